namespace Coxswain.Platform.Outside;

/// <summary>How a message reaches somebody.</summary>
public enum Channel { Mail, Phone, Post, Social }

/// <summary>What a message is for: one person writes to one other, or the same goes to many.</summary>
public enum Purpose { OneToOne, Newsletter }

/// <summary>What the law lets a message be sent on.</summary>
public enum LegalGround { Consent, Contract, LegitimateInterest }

/// <summary>
/// Why a message may go to somebody. There are the two kinds below and no third, and only <see cref="LawfulBases"/> gives one out, which asks
/// first: who has one has asked. It is of one address, and asked anew when the message leaves.
/// </summary>
public abstract class LawfulBasis
{
    private protected LawfulBasis(string address) => Address = address;

    /// <summary>Whom the message goes to, and nobody else.</summary>
    public string Address { get; }
}

/// <summary>It goes to somebody who works here: a letter to sign in with, a digest, a test.</summary>
public sealed class OwnStaff : LawfulBasis
{
    internal OwnStaff(Guid personId, string address) : base(address) => PersonId = personId;

    public Guid PersonId { get; }
}

/// <summary>It goes to a person outside, on what is recorded of them.</summary>
public sealed class OutsidePerson : LawfulBasis
{
    internal OutsidePerson(string address, Purpose purpose, string? topic, LegalGround ground, Guid recordId) : base(address) => (Purpose, Topic, Ground, RecordId) = (purpose, topic, ground, recordId);

    public Purpose Purpose { get; }

    /// <summary>Which newsletter; null for any.</summary>
    public string? Topic { get; }
    public LegalGround Ground { get; }

    /// <summary>The entry it rests on.</summary>
    public Guid RecordId { get; }
}

/// <summary>Whether there is a basis, or in words why not.</summary>
/// <param name="Basis">Null where there is none.</param>
/// <param name="Refused">Why, for the person who wants to write; null where there is one.</param>
public sealed record BasisAnswer(LawfulBasis? Basis, string? Refused);

/// <summary>What is recorded of a person outside about being written to, or why they may not be.</summary>
/// <param name="Ground">What it rests on; null where nothing is.</param>
/// <param name="RecordId">The entry.</param>
/// <param name="Why">Why not, in words; null where they may.</param>
public sealed record ConsentAnswer(LegalGround? Ground, Guid? RecordId, string? Why);

/// <summary>Knows what people outside agreed to and what they refused. The module that has contacts provides it; without it nobody outside is written to.</summary>
public interface IConsentBook
{
    /// <summary>What is recorded for an address, across everybody who has it and whoever asks.</summary>
    Task<ConsentAnswer> AskAsync(Data.AppDb db, string address, Channel channel, Purpose purpose, string? topic, CancellationToken ct);
}

/// <summary>Knows the addresses of those who work here.</summary>
public interface IOwnStaff
{
    /// <summary>Their address; null where they have none or have left.</summary>
    Task<string?> AddressAsync(Data.AppDb db, Guid personId, CancellationToken ct);
}
