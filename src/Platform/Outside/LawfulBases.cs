using Coxswain.Platform.Data;
using MimeKit;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Outside;

/// <summary>The one place that gives out a <see cref="LawfulBasis"/>.</summary>
public sealed class LawfulBases(IEnumerable<IConsentBook> books, IEnumerable<IOwnStaff> staff)
{
    /// <summary>A basis to write to somebody who works here.</summary>
    /// <param name="db">Of the organisation.</param>
    /// <param name="personId">Who.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BasisAnswer> OfStaffAsync(AppDb db, Guid personId, CancellationToken ct) =>
        await StaffAddressAsync(db, personId, ct) is { } address ? new(new OwnStaff(personId, address), null) : new(null, T("They do not work here, or have no mail address."));

    /// <summary>A basis to write a mail to a person outside, where there is one.</summary>
    /// <param name="db">Of the organisation.</param>
    /// <param name="address">Where to.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="topic">Which newsletter; null for any.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BasisAnswer> OfOutsideAsync(AppDb db, string address, Purpose purpose, string? topic, CancellationToken ct)
    {
        if (books.FirstOrDefault() is not { } book) return new(null, T("Nothing is recorded that allows it."));
        var said = await book.AskAsync(db, address, Channel.Mail, purpose, topic, ct);
        return said is { Why: null, Ground: { } ground, RecordId: { } record } ? new(new OutsidePerson(address, purpose, topic, ground, record), null) : new(null, said.Why ?? T("Nothing is recorded that allows it."));
    }

    /// <summary>Asks anew for a message that is about to leave: what was withdrawn since it was written counts.</summary>
    /// <exception cref="NoBasisException">It may not go; says why.</exception>
    internal async Task HoldAsync(AppDb db, MimeMessage message, LawfulBasis basis, CancellationToken ct)
    {
        var to = message.To.Mailboxes.Concat(message.Cc.Mailboxes).Concat(message.Bcc.Mailboxes).Concat(message.ResentTo.Mailboxes).Concat(message.ResentCc.Mailboxes).Concat(message.ResentBcc.Mailboxes).Select(m => m.Address).ToList();
        if (to.Count == 0 || to.Any(t => !string.Equals(t, basis.Address, StringComparison.OrdinalIgnoreCase))) throw new NoBasisException(T("This message goes to others than it may go to."));
        switch (basis)
        {
            case OwnStaff own when !string.Equals(await StaffAddressAsync(db, own.PersonId, ct), own.Address, StringComparison.OrdinalIgnoreCase): throw new NoBasisException(T("They do not work here, or have no mail address."));
            case OutsidePerson person when await OfOutsideAsync(db, person.Address, person.Purpose, person.Topic, ct) is { Refused: { } why }: throw new NoBasisException(why);
        }
    }

    private async Task<string?> StaffAddressAsync(AppDb db, Guid personId, CancellationToken ct) => staff.FirstOrDefault() is { } people ? await people.AddressAsync(db, personId, ct) : null;
}

/// <summary>A message may not go to somebody; the text says why, for whoever wanted to send it.</summary>
public sealed class NoBasisException(string why) : Exception(why);
