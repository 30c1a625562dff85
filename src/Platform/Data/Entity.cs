using System.Buffers.Binary;
using Coxswain.Platform.Events;
namespace Coxswain.Platform.Data;

/// <summary>A row of one tenant. Keyed by (TenantId, Id) so that every table can be placed by tenant.</summary>
public abstract class Entity
{
    private List<News>? _news;

    public int TenantId { get; internal set; }

    /// <summary>Ordered by time of making (version 7).</summary>
    public Guid Id { get; init; } = Keys.Next();

    /// <summary>When it was made, as its key says.</summary>
    internal DateTime MadeAt => DateTime.UnixEpoch.AddMilliseconds(BinaryPrimitives.ReadInt64BigEndian(Id.ToByteArray(true)) >>> 16);

    /// <summary>Counts the saves; what a form was drawn from.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>Says that something happened. Saved with the change itself, or not at all.</summary>
    protected internal void Record(News news) => (_news ??= []).Add(news);

    internal IReadOnlyList<News> TakeNews()
    {
        var news = _news ?? [];
        _news = null;
        return news;
    }
}

/// <summary>A row that belongs to a person, and is seen by whom the access rules let see that person's rows of this kind.</summary>
public interface IOwned
{
    Guid OwnerId { get; }
}

/// <summary>A row that began at a known time in the world, which an import may put long before today.</summary>
public interface IBegan
{
    /// <summary>When it became true; null where nobody knows.</summary>
    DateTime? BeganAt { get; }
}

/// <summary>A row found by its words.</summary>
public interface ISearchable
{
    /// <summary>What it is found by and shown as; null takes it out of search.</summary>
    SearchWords? Words { get; }
}

/// <summary>What search keeps of a row.</summary>
/// <param name="Title">The line shown.</param>
/// <param name="Hint">The quiet second line, e.g. the account of a contact.</param>
/// <param name="More">Further words that find it but are not shown.</param>
/// <param name="Url">Where it is.</param>
public sealed record SearchWords(string Title, string Hint, string More, string Url);

/// <summary>Changes to this type are kept as history, under this stable name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TrackedAttribute(string kind) : Attribute
{
    public string Kind => kind;
}

/// <summary>A value about a living person: history keeps it only under that person's key, so that erasing the key erases the value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>A value derived from others: not part of history.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DerivedAttribute : Attribute;
