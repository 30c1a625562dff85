using Coxswain.Platform.Http;
namespace Coxswain.Platform.Ui;

/// <summary>Shows the parts pages are drawn with, drawn by themselves.</summary>
internal static class ShowDesign
{
    public static Task<Outcome<DesignParts>> Do() => Task.FromResult(Outcome.Done(new DesignParts()));
}

/// <summary>The design page needs nothing: its examples are its own.</summary>
public sealed record DesignParts;
