namespace Coxswain.Platform.Privacy;

/// <summary>Whom what is kept is about.</summary>
public enum About { Nobody, Outsiders, OwnPeople, Both }

/// <summary>
/// One entry of the register of processing: tables that serve one purpose, with what the law asks to be written down about them. Every table
/// of the model belongs to exactly one entry, so that a new table with personal values is described before it can be shipped.
/// </summary>
/// <param name="Name">What it is called, through T.</param>
/// <param name="About">Whom it is about.</param>
/// <param name="Tables">The entities.</param>
public sealed record Processing(Func<string> Name, About About, IReadOnlyList<Type> Tables)
{
    /// <summary>What is kept, in words.</summary>
    public required Func<string> What { get; init; }

    /// <summary>What it is for.</summary>
    public Func<string>? Purpose { get; init; }

    /// <summary>What it rests on in law.</summary>
    public Func<string>? Basis { get; init; }

    /// <summary>Who sees it.</summary>
    public Func<string>? SeenBy { get; init; }

    /// <summary>How long it is kept.</summary>
    public Func<string>? Kept { get; init; }
}

/// <summary>What a module keeps. Registered as a service by every module that has tables.</summary>
public interface IProcessing
{
    IReadOnlyList<Processing> Entries { get; }
}

/// <summary>Something that leaves the machine where somebody switched it on.</summary>
/// <param name="Name">What it is called, through T.</param>
/// <param name="Where">To where it goes now; null while it is switched off.</param>
/// <param name="Href">The page that switches it.</param>
public sealed record WayOut(Func<string> Name, Func<Data.AppDb, CancellationToken, Task<string?>> Where, string Href);
