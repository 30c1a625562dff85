using System.Text.Json;
namespace Coxswain.Platform.Files;

/// <summary>Records beside the files, one JSON a line. Taking back an older copy of the database leaves them as they are.</summary>
internal sealed class LineFile<T>(string path)
{
    private static readonly Lock Writing = new();

    public string Path { get; } = path;

    public IReadOnlyList<T> Read()
    {
        if (!File.Exists(Path)) return [];
        lock (Writing) return [.. File.ReadLines(Path).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<T>(l, JsonSerializerOptions.Web)!)];
    }

    public void Add(IEnumerable<T> lines)
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
