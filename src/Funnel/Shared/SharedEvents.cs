using System.Globalization;
using System.Text.Json;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>What happened to the shared plan, as sentences. Who of them it was, and what they wrote, stands in the plan: names are closed in history.</summary>
internal static class SharedEvents
{
    public static bool Covers(string kind) => kind is Kinds.SharedPlan or Kinds.SharedStep or Kinds.SharedSaying or Kinds.SharedLink;

    /// <summary>The customer did it by a link.</summary>
    public static bool IsTheirs(Event happened) => happened.ActorId == Guid.Empty && (Covers(happened.SubjectKind) || happened.Kind == "stage-evidence.created" && PlanEventWords.After(happened, "SharedStepId") is not null);

    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(Event happened) => happened.Kind switch
    {
        "shared-plan.created" or "shared-plan.changed" => (T("What the customer wants was said, to share it"), Text(happened, "Aim")),
        "shared-step.created" => (T("In the shared plan: {0}", Text(happened, "Title")), null),
        "shared-step.changed" when Changed(happened, "RemovedAt") => (Text(happened, "RemovedAt") is null ? T("A step of the shared plan was brought back") : T("A step of the shared plan was taken off"), null),
        // What they ticked themselves is said by what they did.
        "shared-step.changed" when !IsTheirs(happened) => (!Changed(happened, "DoneOn") ? T("A step of the shared plan was said anew") : Text(happened, "DoneOn") is null ? T("A step of the shared plan is open again") : T("A step of the shared plan is done"), Text(happened, "Title")),
        "shared-saying.created" => (Did(Enum.TryParse<SharedAct>(Text(happened, "Did"), out var did) ? did : SharedAct.Said, Text(happened, "What") ?? "", Text(happened, "ProposedOn")), null),
        "shared-link.created" => (T("The shared plan was opened to the customer by a link, until {0}", Day(Text(happened, "Until"))), null),
        "shared-link.changed" => (T("The link to the shared plan was ended"), null),
        _ => (null, null),
    };

    private static string? Text(Event happened, string field) => PlanEventWords.After(happened, field);

    private static bool Changed(Event happened, string field)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return data.RootElement.TryGetProperty(field, out _);
    }

    private static string Did(SharedAct act, string what, string? proposed) => act switch
    {
        SharedAct.Done => T("The customer ticked: {0}", what),
        SharedAct.NotDone => T("The customer took the tick back: {0}", what),
        SharedAct.OtherDay => T("The customer proposes {0} for: {1}", Day(proposed), what),
        _ => T("The customer said something of: {0}", what),
    };

    private static string Day(string? text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? DayText.Whole(day) : T("unknown");
}
