using Coxswain.Platform.Events;
namespace Coxswain.Platform.Http;

/// <summary>How an act ended.</summary>
public enum OutcomeKind { Done, Invalid, Missing, Stale, Refused, TooMany }

/// <summary>A line for the person after an act, with the way back where there is one.</summary>
/// <param name="Text">What was done.</param>
/// <param name="UndoUrl">Where to post to take it back; null where nothing is to be undone.</param>
public sealed record Notice(string Text, string? UndoUrl = null);

/// <summary>What an act answers: its view when done, or why not. The same answer is read as a page, a fragment, JSON or a line of the command line.</summary>
public sealed class Outcome<T> : IOutcome
{
    public OutcomeKind Kind { get; private init; }

    /// <summary>The view; null unless done.</summary>
    public T? View { get; private init; }

    public Problems Problems { get; private init; } = Problems.None;
    public IReadOnlyList<Clash> Clashes { get; private init; } = [];
    public Notice? Notice { get; private init; }
    object? IOutcome.View => View;

    public bool IsDone => Kind is OutcomeKind.Done;

    /// <summary>Its No, for an act that answers with another view.</summary>
    public Refusal No => new(Kind, Problems, Clashes);

    /// <summary>The same, with a line for the person.</summary>
    public Outcome<T> Saying(string text, string? undoUrl = null) => new() { Kind = Kind, View = View, Problems = Problems, Clashes = Clashes, Notice = new Notice(text, undoUrl) };

    public static implicit operator Outcome<T>(T view) => new() { Kind = OutcomeKind.Done, View = view };

    public static implicit operator Outcome<T>(Refusal refusal) => new() { Kind = refusal.Kind, Problems = refusal.Problems, Clashes = refusal.Clashes };
}

/// <summary>An outcome read without knowing its view's type.</summary>
internal interface IOutcome
{
    OutcomeKind Kind { get; }
    object? View { get; }
    Problems Problems { get; }
    IReadOnlyList<Clash> Clashes { get; }
    Notice? Notice { get; }
}

/// <summary>An act's No, before it is told which view it would have answered with.</summary>
public sealed record Refusal(OutcomeKind Kind, Problems Problems, IReadOnlyList<Clash> Clashes);

/// <summary>The ways an act can say no.</summary>
public static class Outcome
{
    /// <summary>There is no such row, or the viewer may not see it: the two answer alike.</summary>
    public static Refusal Missing { get; } = new(OutcomeKind.Missing, Problems.None, []);

    /// <summary>What was asked cannot be done as it was typed.</summary>
    public static Refusal Invalid(Problems problems) => new(OutcomeKind.Invalid, problems, []);

    /// <inheritdoc cref="Invalid(Problems)"/>
    public static Refusal Invalid(string field, string message) => Invalid(new Problems().Add(field, message));

    /// <summary>Others changed the same fields meanwhile.</summary>
    public static Refusal Stale(IReadOnlyList<Clash> clashes) => new(OutcomeKind.Stale, Problems.None, clashes);

    /// <summary>The viewer sees it but may not do this; says why.</summary>
    public static Refusal Refused(string why) => new(OutcomeKind.Refused, new Problems().Add("", why), []);

    /// <summary>The viewer may do this, and not so much of it in this minute; says why.</summary>
    public static Refusal TooMany(string why) => new(OutcomeKind.TooMany, new Problems().Add("", why), []);

    /// <summary>Done, for an act whose view's type is not inferred.</summary>
    public static Outcome<T> Done<T>(T view) => view;
}
