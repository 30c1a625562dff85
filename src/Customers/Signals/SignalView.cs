using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Coxswain.Customers.Records;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Signals;

/// <summary>A signal as pages and the API show it.</summary>
public sealed record SignalView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid AccountId { get; init; }
    public string? AccountName { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SignalKind>))]
    public required SignalKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public string? Source { get; init; }
    public string? Note { get; init; }
    public required Guid OwnerId { get; init; }
    public string? OwnerName { get; init; }

    /// <summary>The task that was made of it.</summary>
    public Guid? FollowUpId { get; init; }

    /// <summary>When that task was done; null while it is open, or where there is none.</summary>
    public DateTime? FollowedUpAt { get; init; }

    /// <summary>Where the source is, if it is a web address.</summary>
    [JsonIgnore]
    public string? SourceHref => WebLink.Of(Source);

    [JsonIgnore]
    public bool MayEdit { get; init; }

    internal static Expression<Func<Signal, SignalView>> Reading(AppDb db)
    {
        var (people, accounts, tasks) = (db.PersonRows(), db.Accounts, db.Rows<Activities.Todo>());
        return s => new SignalView
        {
            Id = s.Id, Version = s.Version, AccountId = s.AccountId, AccountName = accounts.Where(a => a.Id == s.AccountId).Select(a => a.Name).FirstOrDefault(),
            Kind = s.Kind, On = s.On, Source = s.Source, Note = s.Note, OwnerId = s.OwnerId, OwnerName = people.Where(p => p.Id == s.OwnerId).Select(p => p.Name).FirstOrDefault(),
            FollowUpId = s.FollowUpId, FollowedUpAt = tasks.Where(t => t.Id == s.FollowUpId).Select(t => t.DoneAt).FirstOrDefault(),
        };
    }
}

/// <summary>The fields of a signal as they are typed.</summary>
public record SignalFields
{
    public SignalKind? Kind { get; init; }

    /// <summary>When it happened there; today, where nobody says.</summary>
    public DateOnly? On { get; init; }

    [StringLength(500)]
    public string? Source { get; init; }

    [StringLength(2_000)]
    public string? Note { get; init; }

    /// <summary>The page to go back to.</summary>
    [StringLength(500)]
    public string? Back { get; init; }

    internal Problems Check(bool kind, DateOnly today) => new Problems()
        .AddIf(kind && Kind is null, nameof(Kind), T("Please fill this in."))
        .AddIf(On > today, nameof(On), T("This has not happened yet: make it a task."));
}
