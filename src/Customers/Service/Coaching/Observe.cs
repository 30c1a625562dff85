using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Coaching;

/// <summary>Writes down what a coach saw while somebody in support helped a customer. Coaches are those who lead that person, and trainers; nobody watches themselves.</summary>
internal static class Observe
{
    public sealed record Input
    {
        /// <summary>Who was seen.</summary>
        public Guid? PersonId { get; init; }
        public DateOnly? On { get; init; }
        public Seen? NextStep { get; init; }
        public Seen? Widened { get; init; }
        public Seen? Listened { get; init; }

        [Range(1, 5)]
        public int? Knowledge { get; init; }

        [Range(1, 5)]
        public int? Skill { get; init; }

        [StringLength(300)]
        public string? Note { get; init; }
    }

    public static async Task<Outcome<ObservationView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = new Problems().AddIf(input.PersonId is null, "PersonId", T("Please fill this in.")).AddIf(input.On > today, "On", T("This has not happened yet."))
            .AddIf(input is { NextStep: null, Widened: null, Listened: null, Knowledge: null, Skill: null }, "NextStep", T("Say at least one thing that you saw."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (!await Watched(db).AnyAsync(p => p.Id == input.PersonId, ct)) return Outcome.Refused(T("You coach those you lead; trainers coach everyone in support."));
        var made = new ServiceObservation { OwnerId = input.PersonId!.Value, ObserverId = db.Viewer.PersonId, On = input.On ?? today, NextStep = input.NextStep, Widened = input.Widened, Listened = input.Listened, Knowledge = input.Knowledge, Skill = input.Skill, Note = input.Note };
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(ObservationView.Of(made, await FigureNames.ReadAsync(db, ct), db.Viewer.PersonId)).Saying(T("Written down: they read it as you do."), $"/service-observations/{made.Id}/removals");
    }

    /// <summary>Whom the viewer may coach.</summary>
    internal static IQueryable<PersonRow> Watched(AppDb db)
    {
        var (me, reach) = (db.Viewer.PersonId, db.Reaches.For(Kinds.ServiceFigures, AccessLevel.Read));
        var others = db.PersonRows().Where(p => p.IsHere && p.Id != me);
        if (reach.Everyone) return others;
        var owners = reach.Owners;
        return db.Viewer.Role is Role.Trainer ? others.Where(p => p.Role == Role.Support || owners.Contains(p.Id)) : others.Where(p => owners.Contains(p.Id));
    }
}

/// <summary>Takes an observation back, by who made it.</summary>
internal static class TakeBackObservation
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<ObservationGone>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<ServiceObservation>().SingleOrDefaultAsync(o => o.Id == input.Id && o.ObserverId == db.Viewer.PersonId, ct) is not { } row) return Outcome.Missing;
        row.RemovedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ObservationGone(row.Id)).Saying(T("Taken back."), $"/service-observations/{row.Id}/restorations");
    }

    public static async Task<Outcome<ObservationGone>> Back(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<ServiceObservation>().SingleOrDefaultAsync(o => o.Id == input.Id && o.ObserverId == db.Viewer.PersonId, ct) is not { } row) return Outcome.Missing;
        row.RemovedAt = null;
        await db.SaveChangesAsync(ct);
        return new ObservationGone(row.Id);
    }
}

/// <summary>An observation that was taken back, or brought back.</summary>
public sealed record ObservationGone(Guid Id);
