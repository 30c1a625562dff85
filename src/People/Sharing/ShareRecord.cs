using System.ComponentModel.DataAnnotations;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Sharing;

/// <summary>Shows a record to one person, or says anew what they do with it.</summary>
internal static class ShareRecord
{
    public sealed record Input
    {
        /// <summary>The kind of record, e.g. <c>account</c>.</summary>
        public string? Kind { get; init; }
        public Guid Id { get; init; }

        [Required]
        public Guid? PersonId { get; init; }

        /// <summary>Read, or Edit.</summary>
        [Required]
        public AccessLevel? Level { get; init; }

        /// <summary>What they do for it.</summary>
        [StringLength(100)]
        public string? Function { get; init; }
    }

    // Every request of a person reads what is shown to them.
    private const int MostShown = 2_000;

    public static async Task<Outcome<SharesView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        if (await SharedRecord.FindAsync(db, modules, input.Kind, input.Id, ct) is not { } record) return Outcome.Missing;
        if (!record.MayDecide) return Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", record.Name));
        var person = await db.People.Where(p => p.Id == input.PersonId && p.LeftAt == null).Select(p => new { p.Id, p.Name, p.Role }).SingleOrDefaultAsync(ct);
        if (person is null) return Outcome.Invalid(nameof(input.PersonId), T("Choose someone who is here."));
        if (person.Id == record.OwnerId) return Outcome.Invalid(nameof(input.PersonId), T("The owner sees it anyway."));
        if (!person.Role.Allows(record.Kind.See)) return Outcome.Invalid(nameof(input.PersonId), T("The role of {0} does not see such records at all.", person.Name));
        if (input.Level is AccessLevel.Edit && !person.Role.Allows(record.Kind.Edit)) return Outcome.Invalid(nameof(input.Level), T("The role of {0} does not change such records.", person.Name));
        var share = await db.Rows<Share>().SingleOrDefaultAsync(s => s.PersonId == person.Id && s.Kind == record.Kind.Kind && s.RowId == record.Id, ct);
        if (share is null)
        {
            if (await db.Rows<Share>().CountAsync(s => s.PersonId == person.Id, ct) >= MostShown) return Outcome.Refused(T("Too much is shown to {0} one by one already: let their role or team see it.", person.Name));
            db.Add(share = new Share { Kind = record.Kind.Kind, RowId = record.Id, PersonId = person.Id, Level = input.Level!.Value });
            db.Happened(record.Kind.Kind, record.Id, new RecordShared(person.Id));
        }
        (share.Level, share.Function) = (input.Level!.Value, input.Function);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await ShowShares.OfAsync(record, db, ct)).Saying(T("{0} sees it now.", person.Name));
    }
}

/// <summary>Shows a record to somebody no longer.</summary>
internal static class EndShare
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<SharesView>> Do(Input input, AppDb db, IReadOnlyList<IModule> modules, CancellationToken ct)
    {
        if (await db.Rows<Share>().SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } share || await SharedRecord.FindAsync(db, modules, share.Kind, share.RowId, ct) is not { } record) return Outcome.Missing;
        if (!record.MayDecide) return Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", record.Name));
        db.Unshare(share);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await ShowShares.OfAsync(record, db, ct)).Saying(T("It is shown to them no longer."));
    }
}

/// <summary>A record was shown to one more person.</summary>
internal sealed record RecordShared(Guid PersonId) : News("record.shared");
