using System.Text;
using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

/// <summary>Files as a person has them: bytes.</summary>
internal static class Written
{
    public static TableOpening Open(byte[] bytes, TableOptions? options = null) => TableFile.Open(() => new MemoryStream(bytes, false), "deals.csv", options);

    public static TableOpening Open(string text, Encoding? encoding = null, TableOptions? options = null) => Open((encoding ?? new UTF8Encoding(false)).GetBytes(text), options);

    public static TableFile Table(string text, Encoding? encoding = null) => Open(text, encoding) is { Readable: true } opening ? opening.Table : throw new InvalidOperationException("not readable");

    public static string?[] Cells(this IEnumerable<TableRow> rows) => [.. rows.Select(r => string.Join("|", r.Fields))];

    public static string SharedData(string folder)
    {
        var found = Testing.RealFiles.Find(folder);
        Assert.SkipWhen(found is null, $"../shared/data/{folder} is not beside the repository");
        return found!;
    }
}
