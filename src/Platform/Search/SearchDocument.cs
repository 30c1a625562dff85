using System.Buffers.Binary;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Search;

/// <summary>What search keeps of a record; its <see cref="Entity.Id"/> is the record's. The engine's text index is kept from this table by triggers.</summary>
internal sealed class SearchDocument : Entity, IDerivedRow
{
    // Far apart for organisations beside each other: two of one installation may hold a record of the same key, since an export keeps its keys where it is taken in.
    private const long Apart = 0x1E37_79B9_7F4A_7C15;

    /// <summary>A number of its own for the text index: the random half of the id, put off by the organisation.</summary>
    public long Number { get => unchecked(BinaryPrimitives.ReadInt64BigEndian(Id.ToByteArray(true).AsSpan(8)) + (TenantId - 1) * Apart) & long.MaxValue; private set { } }
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
