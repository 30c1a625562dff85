using System.Collections.Concurrent;

namespace Coxswain.Platform.Text;

/// <summary>Texts that had no translation, each once, at most <see cref="Most"/>: a text made at run time must not fill the memory.</summary>
internal sealed class MissingTexts
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(string Culture, string English), bool> _texts = new();
    private int _count;

    public IReadOnlyCollection<(string Culture, string English)> All => [.. _texts.Keys];

    public void Add(string culture, string english)
    {
        if (_count < Most && _texts.TryAdd((culture, english), true)) Interlocked.Increment(ref _count);
    }
}
