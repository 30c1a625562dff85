using Coxswain.Customers.Duplicates.Matching;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>What was found, as people say it.</summary>
internal static class DuplicateWords
{
    public static string Kinds(string kind) => kind switch { Customers.Kinds.Account => T("Accounts"), Customers.Kinds.Contact => T("Contacts"), _ => T("Leads") };

    /// <summary>One word for it, to stand before others.</summary>
    public static string Said(string kind, Sign sign) => sign switch
    {
        Sign.SameName => T("same name"),
        Sign.NearName => T("nearly the same name"),
        Sign.Initials => T("the name fits, cut short"),
        Sign.OtherFamilyName => T("another family name"),
        Sign.OtherName => T("another name"),
        Sign.OtherGeneration => T("the younger and the elder of a name"),
        Sign.OtherForm => T("another legal form"),
        Sign.SameMail => T("same e-mail address"),
        Sign.SamePost => T("same shared mailbox"),
        Sign.SameMobile => T("same mobile number"),
        Sign.SamePhone => T("same phone number"),
        Sign.SameSite => T("same website"),
        Sign.SameAccount => kind == Customers.Kinds.Lead ? T("same company") : T("same account"),
        Sign.SameHost => T("mail at the same company"),
        Sign.SamePlace => T("same city"),
        Sign.OtherMail => T("two addresses at one company"),
        Sign.OtherSite => T("another website"),
        Sign.OtherAccount => kind == Customers.Kinds.Lead ? T("another company") : T("another account"),
        Sign.OtherPlace => T("another city"),
        Sign.OtherCountry => T("another country"),
        _ => T("one group"),
    };

    /// <summary>Rows that come over, by the table and column they name the record in.</summary>
    public static string Moved(string name) => name switch
    {
        "accounts.parent_id" => T("Accounts that belong to it"),
        "accounts.merged_into_id" or "contacts.merged_into_id" or "leads.merged_into_id" => T("Records merged into it before"),
        "account_members.account_id" => T("Team members"),
        "account_steps_done.account_id" => T("Steps done"),
        "contacts.account_id" => T("Contacts"),
        "attachments.account_id" or "attachments.contact_id" or "attachments.about_id" => T("Files"),
        "favours.account_id" or "favours.contact_id" or "favours.with_contact_id" => T("Given to them"),
        "tips.account_id" => T("Tips from service"),
        "common_ground.contact_id" => T("Common ground"),
        "leads.account_id" or "leads.contact_id" => T("Leads it came from"),
        "service_cases.account_id" or "service_cases.contact_id" => T("Cases in service"),
        "consents.contact_id" or "consents.lead_id" => T("Consent"),
        "silent_contacts.contact_id" => T("Review of silent contacts"),
        "interactions.account_id" or "interactions.contact_id" or "interactions.about_id" => T("Calls, meetings, mails and notes"),
        "signals.account_id" => T("Signals"),
        "desk_notes.account_id" => T("What is on their desk"),
        "positions.account_id" or "positions.contact_id" => T("Positions"),
        "tasks.account_id" or "tasks.contact_id" or "tasks.about_id" => T("Tasks"),
        "deal_issues.confirmed_by_id" => T("What they confirmed they want solved"),
        "proofs.account_id" => T("Proofs from them"),
        "shared_steps.for_id" => T("Their steps in plans shared with them"),
        "value_items.for_id" => T("What they need of what we offer"),
        "deal_agreements.by_id" => T("What they agreed to do in deals"),
        "debrief_changes.contact_id" => T("What debriefs of meetings say of them"),
        "meeting_lines.contact_id" => T("Meetings they come to"),
        "negotiations.counterpart_id" => T("Negotiations with them"),
        "map_people.account_id" or "map_people.contact_id" => T("Places on relationship maps"),
        "map_ties.account_id" => T("Lines of relationship maps"),
        "fit_answers.account_id" or "fit_answers.lead_id" => T("Whether they fit"),
        "account_plans.account_id" => T("Account plan"),
        "plan_items.account_id" => T("Lines of account plans"),
        "plan_reviews.account_id" => T("Reviews of account plans"),
        "captured_addresses.contact_id" => T("Addresses in captured mail and meetings"),
        "opportunities.account_id" or "opportunities.contact_id" => T("Deals"),
        "contracts.account_id" => T("Contracts"),
        "help_requests.account_id" => T("Requests for help"),
        "share.row_id" => T("Who it was shown to"),
        _ => name,
    };
}
