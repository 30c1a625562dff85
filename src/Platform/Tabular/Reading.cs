using System.Diagnostics.CodeAnalysis;
namespace Coxswain.Platform.Tabular;

/// <summary>One value read from a file: known, unknown, or wrong with the reason.</summary>
public readonly record struct Reading<T>
{
    private Reading(T? value, bool known, string? error) => (Value, Known, Error) = (value, known, error);

    public static Reading<T> Unknown => default;

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Known { get; }

    public T? Value { get; }

    /// <summary>What is wrong, in a sentence for the person who imports; null when nothing is.</summary>
    public string? Error { get; }

    internal static Reading<T> Of(T value) => new(value, true, null);
    internal static Reading<T> Wrong(string error) => new(default, false, error);
}
