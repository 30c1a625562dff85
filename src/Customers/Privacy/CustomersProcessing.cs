using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Capture;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Import;
using Coxswain.Customers.Import.Masters;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Plans;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Service;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Coaching;
using Coxswain.Customers.Service.Credit;
using Coxswain.Customers.Service.Rewards;
using Coxswain.Customers.Service.Surveys;
using Coxswain.Customers.Signals;
using Coxswain.Platform.Privacy;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Privacy;

/// <summary>What is kept about customers and those who work there.</summary>
internal sealed class CustomersProcessing : IProcessing
{
    public IReadOnlyList<Processing> Entries { get; } =
    [
        new(() => T("Contacts and leads"), About.Outsiders, [typeof(Contact), typeof(Lead), typeof(Position)])
        {
            What = () => T("Name, role, how to reach them, where they work and worked, what they want."), Purpose = () => T("Selling to and serving the companies they work for"), Basis = () => T("contract with their employer, or legitimate interest"),
            SeenBy = () => T("sales, support and service; changed by the owner and their line"), Kept = () => T("until removed or erased; reviewed once nothing happened for the time set under “How long it is kept”"),
        },
        new(() => T("What was said and done"), About.Outsiders, [typeof(Interaction), typeof(Todo), typeof(Favour), typeof(Attachment), typeof(AttachedContent)])
        {
            What = () => T("Calls, meetings, mails and notes, tasks, what was given, and files."), Purpose = () => T("Knowing what was agreed with a customer"), Basis = () => T("contract with their employer, or legitimate interest"),
            SeenBy = () => T("who sees the contact; mail and meetings of a mailbox: whom its owner lets read"), Kept = () => T("as long as the contact; without names once they are erased"),
        },
        new(() => T("Relationship maps"), About.Outsiders, [typeof(MapPerson), typeof(MapTie), typeof(MapPart)])
        {
            What = () => T("Who reports to whom, influence, stance, what they do in a decision, each with what shows it."), Purpose = () => T("Preparing a sale with everybody who decides"), Basis = () => T("legitimate interest"), SeenBy = () => T("who sees the account"), Kept = () => T("as long as the contact; asked again after 90 days"),
        },
        new(() => T("Common ground"), About.Outsiders, [typeof(Ground)])
        {
            What = () => T("What a contact told of themselves; nothing about health, belief, politics, sexuality or family."), Purpose = () => T("Two people finding what they share"), Basis = () => T("they agreed, or say it in public"), SeenBy = () => T("who may change the contact"), Kept = () => T("until forgotten; no history is kept"),
        },
        new(() => T("Consent and suppression"), About.Outsiders, [typeof(ConsentEntry), typeof(Suppression)])
        {
            What = () => T("What they agreed to and refused, with what shows it, and addresses nothing is sent to."), Purpose = () => T("Writing only to who may be written to"), Basis = () => T("legal duty to show consent and to respect a refusal"), SeenBy = () => T("who sees the contact; the list: administrators"),
            Kept = () => T("as long as the contact; of an erased person only a fingerprint of the address nobody can read"),
        },
        new(() => T("Captured mail and meetings"), About.Both, [typeof(Captured), typeof(CapturedAddress), typeof(CapturedTouch)])
        {
            What = () => T("Mails and meetings of connected mailboxes and calendars, with who was in them."), Purpose = () => T("Nobody has to type what is in the mailbox"), Basis = () => T("legitimate interest; each person connects their own mailbox"), SeenBy = () => T("the owner of the mailbox, and whom they let read"), Kept = () => T("filed ones as long as the contact; others until ignored or disconnected"),
        },
        new(() => T("Mailboxes and calendars"), About.OwnPeople, [typeof(Feed), typeof(FeedFolder), typeof(FeedRun), typeof(CaptureChoice), typeof(IgnoredAddress)])
        {
            What = () => T("Which mailbox or calendar a person connected, how fetching goes, and what they let others see."), Purpose = () => T("Fetching mail and meetings"), Basis = () => T("they connected it themselves"), SeenBy = () => T("the person"), Kept = () => T("until disconnected, or until they leave"),
        },
        new(() => T("Imports"), About.Outsiders, [typeof(ImportRun), typeof(ImportedRow), typeof(ImportRemark), typeof(SourceConflict), typeof(VanishedRow)])
        {
            What = () => T("Files that were imported, rows that could not be taken, and which row became what."), Purpose = () => T("Putting an import right or taking it back"), Basis = () => T("as the record it became"), SeenBy = () => T("who may import"), Kept = () => T("files as set under “How long it is kept”"),
        },
        new(() => T("Review of silent contacts"), About.Outsiders, [typeof(SilentContact)])
        {
            What = () => T("Contacts with whom nothing happened for long, and why they were kept."), Purpose = () => T("Keeping nobody longer than needed"), Basis = () => T("legal duty"), SeenBy = () => T("who may change the contact"), Kept = () => T("as long as the contact"),
        },
        new(() => T("Teams of accounts"), About.OwnPeople, [typeof(AccountMember), typeof(StepDone)])
        {
            What = () => T("Who works for which account, and who ticked which step."), Purpose = () => T("Working together for a customer"), Basis = () => T("the employment or service contract"), SeenBy = () => T("who sees the account"), Kept = () => T("as long as the account"),
        },
        new(() => T("Own interests"), About.OwnPeople, [typeof(OwnInterest)])
        {
            What = () => T("What one of us likes or did."), Purpose = () => T("Two people finding what they share"), Basis = () => T("they wrote it down themselves"), SeenBy = () => T("the person, nobody else"), Kept = () => T("until forgotten, or until they leave"),
        },
        new(() => T("Cases in service"), About.Both, [typeof(ServiceCase)])
        {
            What = () => T("A problem a customer came with, who of us saw to it, how they found it."), Purpose = () => T("Knowing whether customers are helped well"), Basis = () => T("contract with their employer, or legitimate interest"), SeenBy = () => T("who sees the account; figures about one of us: that person and their line"), Kept = () => T("as long as the account; without the contact once they are erased"),
        },
        new(() => T("Coaching and rewards in service"), About.OwnPeople, [typeof(ServiceObservation), typeof(RewardPayout), typeof(RewardLine), typeof(TipDispute)])
        {
            What = () => T("What a coach saw of a person, what their tips earned, and how credit was settled."), Purpose = () => T("Coaching and rewarding people in service"), Basis = () => T("the employment or service contract"), SeenBy = () => T("the person and their line"), Kept = () => T("as long as the person is here"),
        },
        new(() => T("Surveys of customers"), About.Outsiders, [typeof(SurveyLink), typeof(SurveyAnswer)])
        {
            What = () => T("Answers to two questions; nothing says whose they are."), Purpose = () => T("Seeing whether training helps customers"), Basis = () => T("they answered of their own accord"), SeenBy = () => T("who leads service, from five answers on"), Kept = () => T("as long as the survey"),
        },
        new(() => T("Duplicates"), About.Outsiders, [typeof(DuplicatePair), typeof(RecordMerge)])
        {
            What = () => T("Records that look the same, what was decided, and what a merge changed."), Purpose = () => T("Having each person once, and taking a merge back"), Basis = () => T("as the record it finds"), SeenBy = () => T("who sees both records"), Kept = () => T("as long as the records; what a merge can be taken back by for 30 days"),
        },
        new(() => T("Your own records"), About.Outsiders, [typeof(ObjectRecord)])
        {
            What = () => T("What the organisation keeps of its own objects, perhaps with a link to a contact."), Purpose = () => T("What the object is for, as its hint says"), Basis = () => T("as the organisation decides for the object"), SeenBy = () => T("who sees customers"), Kept = () => T("until removed"),
        },
        new(() => T("Companies"), About.Nobody, [typeof(Account), typeof(AccountStep), typeof(Signal), typeof(DeskNote), typeof(Tip), typeof(AccountPlan), typeof(PlanItem), typeof(PlanReview), typeof(CaptureRules), typeof(SavedMapping), typeof(ServiceTerms), typeof(RewardRule), typeof(ServiceSurvey)])
        { What = () => T("Companies, what changes there, what they are at, and plans for them.") },
    ];
}
