using System.Text;
namespace Coxswain.Platform.Tabular;

/// <summary>What a person has decided about a file; null leaves it to detection.</summary>
public sealed record TableOptions
{
    public static readonly TableOptions Detect = new();

    public Encoding? Encoding { get; init; }
    public char? Separator { get; init; }
    public bool? HasHeader { get; init; }
}
