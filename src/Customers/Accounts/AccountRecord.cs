using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Connection;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Records;
using Coxswain.Customers.Signals;
using Coxswain.Platform.Ui;
using Microsoft.AspNetCore.Components;
namespace Coxswain.Customers.Accounts;

/// <summary>All that an account's page shows.</summary>
public sealed record AccountRecord
{
    public required Guid Id { get; init; }
    public required FactsView Facts { get; init; }
    public required string Owner { get; init; }
    public required IReadOnlyList<MemberView> Members { get; init; }
    public required AccountClass? Class { get; init; }

    /// <summary>What accounts of its class are worked by.</summary>
    public required IReadOnlyList<StepView> Steps { get; init; }

    /// <summary>How often we were in touch lately, and before.</summary>
    public required TouchTrend Touches { get; init; }
    public required FilesView Files { get; init; }
    public required bool MayEdit { get; init; }
    public required IReadOnlyList<ContactLine> Contacts { get; init; }

    /// <summary>Who is there besides, or was.</summary>
    public required IReadOnlyList<FormerLine> Former { get; init; }

    /// <summary>Accounts that belong to it.</summary>
    public required IReadOnlyList<AccountLine> Below { get; init; }

    /// <summary>Records of own objects that lead to it.</summary>
    public required IReadOnlyList<Objects.LinkedGroup> Linked { get; init; }

    /// <summary>What is on their desk, as they said it last; null where nobody asked.</summary>
    public required DeskView? Desk { get; init; }
    public required IReadOnlyList<SignalView> Signals { get; init; }
    public required IReadOnlyList<TaskView> Tasks { get; init; }
    public required IReadOnlyList<TimelineItem> Happened { get; init; }
    public required IReadOnlyList<RenderFragment> Panels { get; init; }
    public required LogBoxView Log { get; init; }
    public required DateOnly Today { get; init; }
    public required bool MayAdd { get; init; }
}

/// <summary>An account that belongs to another, on the page of that one.</summary>
public sealed record AccountLine(Guid Id, string Name, string? Industry, string? OwnerName);

/// <summary>A contact on its account's page.</summary>
public sealed record ContactLine(Guid Id, string Name, string? Title, string? Email, string? Phone, string? PhoneE164);
