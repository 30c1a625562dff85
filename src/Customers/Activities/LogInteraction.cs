using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Logs how we were in touch.</summary>
internal static class LogInteraction
{
    public sealed record Input : AboutFields
    {
        public InteractionKind? Kind { get; init; }

        [StringLength(200)]
        public string? Subject { get; init; }

        [StringLength(20_000)]
        public string? Text { get; init; }
        public InteractionOutcome? Outcome { get; init; }

        /// <summary>When it was; now, where nobody says.</summary>
        public DateTime? OccurredAt { get; init; }

        /// <summary>How long it took.</summary>
        [Range(1, MostMinutes)]
        public int? Minutes { get; init; }

        /// <summary>They came to us; unknown, where nobody says.</summary>
        public bool? Inbound { get; init; }
    }

    /// <summary>A day: what takes longer is several.</summary>
    internal const int MostMinutes = 1440;

    public static async Task<Outcome<InteractionView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (account, problems) = await input.FindAsync(db, ct);
        problems.AddIf(input.Kind is null, "Kind", T("Please fill this in."));
        problems.AddIf(input.Kind is InteractionKind.Note && input.Text is null && input.Subject is null, "Text", T("Please fill this in."));
        problems.AddIf(input.OccurredAt > now.AddMinutes(5), "OccurredAt", T("This has not happened yet: make it a task."));
        if (problems.Any) return Outcome.Invalid(problems);
        var interaction = new Interaction
        {
            Kind = input.Kind!.Value, OwnerId = db.Viewer.PersonId, Subject = input.Subject, Text = input.Text, Outcome = input.Outcome, OccurredAt = input.OccurredAt ?? now, Minutes = input.Minutes, Inbound = input.Inbound,
            AccountId = account, ContactId = input.ContactId, AboutKind = input.AboutKind, AboutId = input.AboutId,
        };
        db.Add(interaction);
        await db.SaveChangesAsync(ct);
        return await db.Rows<Interaction>().AsNoTracking().Where(i => i.Id == interaction.Id).Select(InteractionView.Reading(db)).SingleAsync(ct);
    }

    /// <summary>The same; a call or a meeting is then asked about.</summary>
    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var logged = await Do(input, db, clock, ct);
        if (logged.View is not { } view) return logged.No;
        var back = input.Back is null && view.AccountId is { } account ? $"/accounts/{account}" : input.BackPath;
        var undo = $"/interactions/{view.Id}/removals".With("back", back);
        var asks = view is { Outcome: null, Kind: InteractionKind.Call or InteractionKind.Meeting };
        return Outcome.Done(new WentBack(asks ? back.With("logged", view.Id.ToString()).With("loggedKind", view.Kind.ToString()) : back)).Saying(T("Logged."), undo);
    }
}

/// <summary>How we were in touch, as the API shows it.</summary>
public sealed record InteractionView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<InteractionKind>))]
    public required InteractionKind Kind { get; init; }
    public string? Subject { get; init; }
    public string? Text { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<InteractionOutcome>))]
    public InteractionOutcome? Outcome { get; init; }
    public required DateTime OccurredAt { get; init; }

    /// <summary>How long it took, in minutes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Minutes of it in which we listened; null where nobody said.</summary>
    public int? ListenedMinutes { get; init; }

    /// <summary>They came to us; false is that we went to them, null unknown.</summary>
    public bool? Inbound { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? ContactId { get; init; }
    public string? ContactName { get; init; }
    public string? AboutKind { get; init; }
    public Guid? AboutId { get; init; }

    internal static Expression<Func<Interaction, InteractionView>> Reading(AppDb db)
    {
        var (people, contacts) = (db.PersonRows(), db.Contacts);
        return i => new InteractionView
        {
            Id = i.Id, Version = i.Version, Kind = i.Kind, Subject = i.Subject, Text = i.Text, Outcome = i.Outcome, OccurredAt = i.OccurredAt, Minutes = i.Minutes, ListenedMinutes = i.ListenedMinutes, Inbound = i.Inbound, OwnerId = i.OwnerId,
            OwnerName = people.Where(p => p.Id == i.OwnerId).Select(p => p.Name).FirstOrDefault(), AccountId = i.AccountId, ContactId = i.ContactId,
            ContactName = contacts.Where(c => c.Id == i.ContactId).Select(c => c.Name).FirstOrDefault(), AboutKind = i.AboutKind, AboutId = i.AboutId,
        };
    }
}
