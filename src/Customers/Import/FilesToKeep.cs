using Coxswain.Platform.Files;
using Coxswain.Platform.Tabular.Cards;
using Coxswain.Platform.Tabular.Sheets;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>A file that is kept and waits to be taken in.</summary>
/// <param name="Name">As the person knows it; of a workbook one for each sheet, as “book.xlsx · Sheet”.</param>
/// <param name="Hash">By which it is kept.</param>
/// <param name="Path">Where it is.</param>
internal sealed record KeptFile(string Name, string Hash, string Path)
{
    /// <summary>What was noticed when it was unpacked, or why it could not be.</summary>
    public string? Remark { get; init; }
    public bool Refused { get; init; }

    public static KeptFile Of(PlanFile file, DataFolder folder) => new(file.Name, file.Hash, folder.FileOf(file.Hash)) { Remark = file.Remark, Refused = file.Refused };
}

/// <summary>Keeps what was given: a table as it is, a workbook as one table a sheet, so that all that follows reads tables only.</summary>
internal static class FilesToKeep
{
    private const string Between = " · ";

    /// <param name="folder">Where to.</param>
    /// <param name="name">As the person knows it.</param>
    /// <param name="content">Can be sought.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<KeptFile>> KeepAsync(DataFolder folder, string name, Stream content, CancellationToken ct)
    {
        if (CardFile.Is(content)) return await CardCompanies.WithAsync(await OneAsync(folder, name, content, ct), file => OneAsync(folder, $"{name}{Between}{T("Companies")}", file, ct));
        if (OwnZip.Is(content)) return await OwnZip.UnpackAsync(folder, name, content, (table, rows) => OneAsync(folder, $"{name}{Between}{table}", rows, ct), () => OneAsync(folder, name, content, ct), ct);
        if (!Workbook.Is(content)) return [await OneAsync(folder, name, content, ct)];
        try
        {
            return await SheetsAsync(folder, name, Workbook.Write(content, folder.Path), ct);
        }
        catch (WorkbookException refusal)
        {
            content.Position = 0;
            return [await OneAsync(folder, name, content, ct) with { Remark = refusal.Message, Refused = true }];
        }
    }

    /// <summary>A name for a file that is made of this one.</summary>
    public static string Stem(string name) =>
        name.Split(Between, 2) is [var book, var sheet] ? $"{Path.GetFileNameWithoutExtension(book)}-{string.Join('-', sheet.Split(Path.GetInvalidFileNameChars()))}" : Path.GetFileNameWithoutExtension(name);

    private static async Task<IReadOnlyList<KeptFile>> SheetsAsync(DataFolder folder, string name, IReadOnlyList<WrittenSheet> sheets, CancellationToken ct)
    {
        var kept = new List<KeptFile>();
        try
        {
            foreach (var sheet in sheets)
            {
                await using var content = File.OpenRead(sheet.Path);
                kept.Add(await OneAsync(folder, $"{name}{Between}{sheet.Name}", content, ct) with { Remark = sheet.Remark });
            }
        }
        finally { foreach (var sheet in sheets) File.Delete(sheet.Path); }
        return kept;
    }

    private static async Task<KeptFile> OneAsync(DataFolder folder, string name, Stream content, CancellationToken ct)
    {
        var hash = await folder.KeepAsync(content, ct);
        return new KeptFile(name, hash, folder.FileOf(hash));
    }
}
