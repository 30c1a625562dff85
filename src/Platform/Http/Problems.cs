namespace Coxswain.Platform.Http;

/// <summary>What is wrong with what was typed: a message per field, and <c>""</c> for the whole.</summary>
public sealed class Problems
{
    private readonly Dictionary<string, string> _messages = new(StringComparer.OrdinalIgnoreCase);

    public static Problems None => new();

    public bool Any => _messages.Count > 0;

    public IReadOnlyDictionary<string, string> Messages => _messages;

    /// <summary>Adds a message; the first one of a field stays.</summary>
    public Problems Add(string field, string message)
    {
        _messages.TryAdd(field, message);
        return this;
    }

    /// <summary>Adds the message where the condition holds.</summary>
    public Problems AddIf(bool wrong, string field, string message) => wrong ? Add(field, message) : this;
}
