using System.Buffers.Binary;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Search;

/// <summary>What search keeps of a record; its <see cref="Entity.Id"/> is the record's. The engine's text index is kept from this table by triggers.</summary>
internal sealed class SearchDocument : Entity, IDerivedRow
{
    /// <summary>A number of its own for the text index: the random half of the id.</summary>
    public long Number { get => BinaryPrimitives.ReadInt64BigEndian(Id.ToByteArray(true).AsSpan(8)) & long.MaxValue; private set { } }
    public required string Kind { get; init; }
    public required Guid OwnerId { get; set; }
    public required string Title { get; set; }
    public required string Hint { get; set; }
    public required string Url { get; set; }

    /// <summary>Tenant, kind and owner as words, so that a capped search never drops what the viewer may see.</summary>
    public required string Tokens { get; set; }

    /// <summary>The folded words it is found by; empty while the record is removed.</summary>
    public required string Words { get; set; }
}
