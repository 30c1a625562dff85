using Coxswain.Platform.Data;
namespace Coxswain.Platform.Checkups;

/// <summary>How it is with something that was looked at.</summary>
public enum Condition { Good, Watch, Wrong }

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What it is.</param>
/// <param name="Condition">How it is.</param>
/// <param name="Said">What was found, in a line.</param>
/// <param name="Do">What to do about it; null where nothing is to be done.</param>
public sealed record Checked(string What, Condition Condition, string Said, string? Do = null)
{
    public static Checked Good(string what, string said) => new(what, Condition.Good, said);

    public static Checked Watch(string what, string said, string? toDo = null) => new(what, Condition.Watch, said, toDo);

    public static Checked Wrong(string what, string said, string toDo) => new(what, Condition.Wrong, said, toDo);
}

/// <summary>What a module knows must hold of its rows. Registered as a service; asked for each organisation by <c>cox doctor</c>.</summary>
public interface ICheckup
{
    /// <summary>Looks; changes nothing.</summary>
    Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct);
}
