using Coxswain.Platform.Files;
namespace Coxswain.Platform.Copies;

/// <summary>A copy that was made, and read again behind its making.</summary>
/// <param name="MadeAt">The moment it holds, in UTC.</param>
/// <param name="Path">Where it was put.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Rows">Of all tables.</param>
/// <param name="Files">Kept files in it.</param>
public sealed record CopyLine(DateTime MadeAt, string Path, long Size, long Rows, int Files)
{
    /// <summary>Whether it is still where it was put, as long as it was. One that was carried away, as it should be, is not.</summary>
    public bool IsThere => new FileInfo(Path) is { Exists: true } file && file.Length == Size;
}

/// <summary>Which copies were made of this installation: told beside its files, since the database of a copy cannot know of that copy.</summary>
public sealed class CopyList(DataFolder folder)
{
    private readonly LineFile<CopyLine> _lines = new(folder.Beside("copies.list"));

    /// <summary>The folder of the copies that are made from the browser.</summary>
    public string Folder { get; } = folder.Beside("copies");

    /// <summary>The newest first.</summary>
    public IReadOnlyList<CopyLine> Read() => [.. _lines.Read().OrderByDescending(c => c.MadeAt)];

    internal void Add(CopyLine copy)
    {
        // The copy is made and sound, whether or not it can be told of.
        try { _lines.Add([copy]); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }
}
