using System.Text.Json;
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
    private static readonly Lock Writing = new();

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(folder.Path))!, "erased.list");

    public IReadOnlyList<ErasedLine> Read()
    {
        if (!File.Exists(Path)) return [];
        lock (Writing) return [.. File.ReadLines(Path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<ErasedLine>(l, JsonSerializerOptions.Web)!)];
    }

    public void Add(IEnumerable<ErasedLine> lines)
    {
        var text = string.Concat(lines.Select(l => JsonSerializer.Serialize(l, JsonSerializerOptions.Web) + "\n"));
        if (text.Length == 0) return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        lock (Writing)
        {
            using var file = new StreamWriter(Path, append: true);
            file.Write(text);
            file.Flush();
            ((FileStream)file.BaseStream).Flush(flushToDisk: true);
        }
    }
}
