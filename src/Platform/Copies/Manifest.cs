using System.Text.Json;
using System.Text.Json.Serialization;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Copies;

/// <summary>What a copy says of itself; its last part.</summary>
public sealed record Manifest
{
    /// <summary>The newest form of a copy that this program writes and reads.</summary>
    public const int NewestFormat = 1;

    internal const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public int Format { get; init; } = NewestFormat;

    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }
    public required Engine Engine { get; init; }
    public required DateTime MadeAt { get; init; }

    /// <summary>What the database had been brought to, the oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }
    public required IReadOnlyList<CopiedTable> Tables { get; init; }
    public required IReadOnlyList<CopyPart> Parts { get; init; }

    /// <summary>Rows of all tables.</summary>
    [JsonIgnore]
    public long Rows => Tables.Sum(t => t.Rows);

    /// <summary>Kept files.</summary>
    [JsonIgnore]
    public int Files => Parts.Count(p => p.IsFile);

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal static Manifest Read(Stream from) => JsonSerializer.Deserialize<Manifest>(from, Json) ?? throw new JsonException();
}

/// <summary>A table of the copy.</summary>
/// <param name="Name">As it is called in the database.</param>
/// <param name="Rows">How many rows it had.</param>
/// <param name="Columns">In the order they were written; none where the database was copied as one file.</param>
public sealed record CopiedTable(string Name, long Rows, IReadOnlyList<string> Columns)
{
    internal string Part => $"rows/{Name}";
}

/// <summary>A part of the copy.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its content.</param>
public sealed record CopyPart(string Name, long Size, string Sha256)
{
    internal const string Database = "database.db", Files = "files/";

    internal bool IsFile => Name.StartsWith(Files, StringComparison.Ordinal);

    /// <summary>By what a kept file is found; its own content, so that a part cannot be put elsewhere.</summary>
    internal string Hash => Name[Files.Length..];
}

/// <summary>A copy cannot be made or taken back; the message is what the operator reads.</summary>
public sealed class CopyException(string message) : Exception(message);
