using Coxswain.Platform.Files;
namespace Coxswain.Platform.Erasing;

/// <summary>One line of the list.</summary>
internal sealed record ErasedLine(int TenantId, string Kind, Guid Id, DateTime At, Guid ById, IReadOnlyList<string> Files)
{
    public static ErasedLine Of(Erasure e) => new(e.TenantId, e.Kind, e.Id, e.At, e.ById, e.Files.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public Erasure Row() => new() { Id = Id, Kind = Kind, At = At, ById = ById, Files = string.Join(' ', Files) };
}

/// <summary>
/// Who was erased, kept beside the files too: taking back a copy made before brings the old database, which knows nothing of it, but not an
/// old list. It holds keys only.
/// </summary>
internal sealed class ErasureList(DataFolder folder)
{
    private readonly LineFile<ErasedLine> _lines = new(folder.Beside("erased.list"));

    public IReadOnlyList<ErasedLine> Read() => _lines.Read();

    public void Add(IEnumerable<ErasedLine> lines) => _lines.Add(lines);
}
