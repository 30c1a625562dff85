using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Audit;

/// <summary>Kinds of what events happen to, as people say them.</summary>
internal static class AuditKinds
{
    private static readonly string[] All =
    [
        "account", "contact", "interaction", "signal", "desk-note", "position", "account-member", "account-step", "account-step-done", "lead", "tip", "favour", "map-person", "map-tie", "map-part", "account-plan", "plan-item", "plan-review", "attachment", "task", "opportunity", "opportunity-line", "product", "price-list", "listed-price", "stage", "person", "team", "telling", "api-key", "saved-view", "import", "source-master", "export", "exchange-rate", "organisation",
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
        "tip" => T("Tip from service"),
        "map-person" => T("Person of a relationship map"),
        "map-tie" => T("Line of a relationship map"),
        "map-part" => T("What somebody does in a deal"),
        "account-plan" => T("Account plan"),
        "plan-item" => T("Line of an account plan"),
        "plan-review" => T("Review of an account plan"),
        "attachment" => T("File on a record"),
        "favour" => T("Given to a customer"),
        "task" => T("Task"),
        "opportunity" => T("Deal"),
        "opportunity-line" => T("Product of a deal"),
        "product" => T("Product"),
        "price-list" => T("Price list"),
        "listed-price" => T("Price in a list"),
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
        "organisation" => T("Settings"),
        _ => T(AuditReader.Spaced(kind.Replace('-', ' '))),
    };
}
