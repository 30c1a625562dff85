using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Audit;

/// <summary>Kinds of what events happen to, as people say them.</summary>
internal static class AuditKinds
{
    private static readonly string[] All =
    [
        "account", "contact", "interaction", "signal", "desk-note", "position", "account-member", "account-step", "account-step-done", "lead", "object-record", "custom-object", "custom-field", "tip", "service-case", "service-terms", "reward-rule", "reward-payout", "tip-dispute", "service-survey", "favour", "map-person", "map-tie", "map-part", "account-plan", "plan-item", "plan-review", "attachment", "consent", "suppression", "task", "opportunity", "opportunity-line", "stage-evidence", "move-note", "process", "process-step", "process-edition", "lesson-meeting", "lesson", "product", "price-list", "listed-price", "stage", "person", "team", "telling", "api-key", "saved-view", "import", "source-master", "export", "exchange-rate", "role-rule", "field-rule", "webhook", "organisation", "sales-target", "plan-judgement", "deal-objective", "plan-strength", "deal-issue", "proposal", "deal-review", "review-code", "meeting-plan", "meeting-line", "rule",
    ];

    public static IReadOnlyList<Choice> Choices => [.. All.Select(k => new Choice(k, Of(k)))];

    public static string Of(string kind) => kind switch
    {
        "account" => T("Account"),
        "contact" => T("Contact"),
        "interaction" => T("Interaction"),
        "signal" => T("Signal"),
        "desk-note" => T("On a customer's desk"),
        "position" => T("Position of a contact"),
        "account-member" => T("Team of an account"),
        "account-step" => T("Account step"),
        "account-step-done" => T("Step done for an account"),
        "lead" => T("Lead"),
        "object-record" => T("Own record"),
        "custom-object" => T("Own kind of records"),
        "custom-field" => T("Own field"),
        "tip" => T("Tip from service"),
        "service-case" => T("Case in service"),
        "service-terms" => T("Terms of service"),
        "reward-rule" => T("Rule of rewards"),
        "reward-payout" => T("Payout of rewards"),
        "tip-dispute" => T("Question of credit"),
        "service-survey" => T("Survey of customers"),
        "map-person" => T("Person of a relationship map"),
        "map-tie" => T("Line of a relationship map"),
        "map-part" => T("What somebody does in a deal"),
        "account-plan" => T("Account plan"),
        "plan-item" => T("Line of an account plan"),
        "plan-review" => T("Review of an account plan"),
        "attachment" => T("File on a record"),
        "favour" => T("Given to a customer"),
        "consent" => T("Consent"),
        "suppression" => T("Suppressed address"),
        "task" => T("Task"),
        "opportunity" => T("Deal"),
        "opportunity-line" => T("Product of a deal"),
        "stage-evidence" => T("What shows a step of the customer"),
        "move-note" => T("Why a deal moved"),
        "process" => T("Process"),
        "process-step" => T("Step of a process"),
        "process-edition" => T("Edition of a process"),
        "lesson-meeting" => T("Meeting on what was learned"),
        "rule" => T("Rule"),
        "lesson" => T("Lesson"),
        "sales-target" => T("Target of a person or team"),
        "plan-judgement" => T("Judgement in the plan of a deal"),
        "deal-objective" => T("What is to be won in a deal"),
        "plan-strength" => T("Strength in the plan of a deal"),
        "deal-issue" => T("What a customer wants solved"),
        "proposal" => T("Proposal"),
        "deal-review" => T("Review of a deal"),
        "meeting-plan" => T("Plan of a meeting"),
        "meeting-line" => T("Line of a plan of a meeting"),
        "review-code" => T("Code of reviews"),
        "product" => T("Product"),
        "price-list" => T("Price list"),
        "listed-price" => T("Price in a list"),
        "role-rule" => T("Whose records a role sees"),
        "field-rule" => T("Field of a role"),
        "stage" => T("Stage"),
        "person" => T("Person"),
        "team" => T("Team"),
        "telling" => T("Telling"),
        "api-key" => T("Key for a program"),
        "saved-view" => T("Saved view"),
        "import" => T("Import"),
        "source-master" => T("Master of a kind of record"),
        "export" => T("Export"),
        "exchange-rate" => T("Exchange rate"),
        "webhook" => T("Webhook"),
        "organisation" => T("Settings"),
        _ => T(AuditReader.Spaced(kind.Replace('-', ' '))),
    };
}
