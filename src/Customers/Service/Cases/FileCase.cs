using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Cases;

/// <summary>Files a problem that a customer came with, solved or not, with their word on it where it is known.</summary>
internal static class FileCase
{
    public sealed record Input
    {
        /// <summary>The account by its name; or by <see cref="AccountId"/>.</summary>
        [StringLength(200)]
        public string? Account { get; init; }
        public Guid? AccountId { get; init; }
        public Guid? ContactId { get; init; }

        [StringLength(200)]
        public string? Subject { get; init; }

        /// <summary>Who saw to it; the viewer, where nobody says.</summary>
        public Guid? OwnerId { get; init; }
        public DateOnly? OpenedOn { get; init; }
        public DateOnly? SolvedOn { get; init; }
        public CaseChannel? Channel { get; init; }
        public CaseRating? Rating { get; init; }

        [Range(1, 5)]
        public int? Stars { get; init; }
        public DateOnly? RatedOn { get; init; }

        [StringLength(60)]
        public string? RatedFrom { get; init; }

        /// <summary>Whom of us they asked for by name.</summary>
        public Guid? AskedForId { get; init; }

        [StringLength(60)]
        public string? SourceId { get; init; }
    }

    public static async Task<Outcome<CaseView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Subject), "Subject", T("Please fill this in."));
        var account = await NamedAccount.FindAsync(db, input.Account, input.AccountId, problems, ct);
        problems.AddIf(account is null && !problems.Messages.ContainsKey("Account"), "Account", T("At which customer?"));
        problems.AddIf(input.ContactId is { } with && !await db.Contacts.AnyAsync(c => c.Id == with && c.AccountId == account, ct), "ContactId", T("This contact is not here."));
        foreach (var (field, person) in ((string, Guid?)[])[("OwnerId", input.OwnerId), ("AskedForId", input.AskedForId)])
            problems.AddIf(person is { } of && !await db.PersonRows().AnyAsync(p => p.Id == of && p.IsHere, ct), field, T("This person is not here."));
        var (opened, owner) = (input.OpenedOn ?? input.SolvedOn ?? today, input.OwnerId ?? db.Viewer.PersonId);
        problems.AddIf(opened > today, "OpenedOn", T("This has not happened yet.")).AddIf(input.SolvedOn < opened, "SolvedOn", T("It cannot be solved before it was opened."))
            .AddIf(input.SolvedOn > today, "SolvedOn", T("This has not happened yet.")).AddIf(input.RatedOn > today, "RatedOn", T("This has not happened yet."))
            .AddIf(owner != db.Viewer.PersonId && !db.Reaches.For(Kinds.ServiceCase, AccessLevel.Edit).IncludesAllOf(owner), "OwnerId", T("You file cases for yourself and for those you lead."));
        if (problems.Any) return Outcome.Invalid(problems);
        var made = new ServiceCase { AccountId = account!.Value, ContactId = input.ContactId, Subject = input.Subject!, OwnerId = owner, OpenedOn = opened, SolvedOn = input.SolvedOn, Channel = input.Channel, AskedForId = input.AskedForId, SourceId = input.SourceId };
        if (input.Rating is not null || input.Stars is not null) made.Rate(input.Rating, input.Stars, input.RatedOn ?? input.SolvedOn ?? today, input.RatedFrom, db.Viewer.PersonId);
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return (await CaseView.OneAsync(db, made.Id, ct))!;
    }

    public static async Task<Outcome<CaseView>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var filed = await Do(input, db, clock, ct);
        return filed.View is { } view ? Outcome.Done(view).Saying(T("{0} is filed.", view.Subject), $"/service-cases/{view.Id}/removals") : filed.No;
    }
}

/// <summary>Takes down how a customer found the help, and when it was solved.</summary>
internal static class RateCase
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public DateOnly? SolvedOn { get; init; }
        public CaseRating? Rating { get; init; }

        [Range(1, 5)]
        public int? Stars { get; init; }

        [StringLength(60)]
        public string? RatedFrom { get; init; }
        public DateOnly? RatedOn { get; init; }
    }

    public static async Task<Outcome<CaseView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (row, no) = await db.CaseForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = new Problems().AddIf(input is { Rating: null, Stars: null, SolvedOn: null }, "Rating", T("Please fill this in.")).AddIf(input.SolvedOn < row!.OpenedOn, "SolvedOn", T("It cannot be solved before it was opened."))
            .AddIf(input.SolvedOn > today, "SolvedOn", T("This has not happened yet.")).AddIf(input.RatedOn > today, "RatedOn", T("This has not happened yet."));
        if (problems.Any) return Outcome.Invalid(problems);
        row.SolvedOn = input.SolvedOn ?? row.SolvedOn;
        if (input.Rating is not null || input.Stars is not null) row.Rate(input.Rating, input.Stars, input.RatedOn ?? today, input.RatedFrom, db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await CaseView.OneAsync(db, row.Id, ct))!).Saying(T("{0} is saved.", row.Subject));
    }
}

/// <summary>Takes a case away, and brings it back.</summary>
internal static class RemoveCase
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<CaseGone>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Records.Removing.RemoveAsync(db, await db.CaseForChangeAsync(input.Id, ct), clock, c => c.Subject, c => new CaseGone(c.Id), c => $"/service-cases/{c.Id}/restorations", ct);

    public static async Task<Outcome<CaseGone>> Back(Input input, AppDb db, CancellationToken ct) =>
        await Records.Removing.RestoreAsync(db, await db.CaseForChangeAsync(input.Id, ct, removed: true), c => c.Subject, c => new CaseGone(c.Id), ct);
}

/// <summary>A case that was taken away, or brought back.</summary>
public sealed record CaseGone(Guid Id);

/// <summary>How acts open a case.</summary>
internal static class CaseOpening
{
    public static async Task<(ServiceCase? Row, Refusal? No)> CaseForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false)
    {
        if (await (removed ? db.RowsWithRemoved<ServiceCase>().Reached(db, Kinds.ServiceCase) : db.ServiceCases).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } row) return (null, Outcome.Missing);
        return db.MayEdit(Kinds.ServiceCase, row) ? (row, null) : (row, Outcome.Refused(T("This belongs to someone else. Ask its owner to change it.")));
    }
}
