using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Records;
using Coxswain.Customers.Signals;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
namespace Coxswain.Customers;

/// <summary>The object kinds that access rules, events and search speak of.</summary>
public static class Kinds
{
    public const string Account = "account", Contact = "contact", Interaction = "interaction", Task = "task", Signal = "signal", DeskNote = "desk-note", Lead = "lead", Favour = "favour", Attachment = "attachment", Tip = "tip", ServiceCase = "service-case";

    /// <summary>Figures about people in support: for each and their line.</summary>
    public const string ServiceFigures = "service-figures";
}

/// <summary>The module's doors to the database: already limited to what the viewer may see.</summary>
internal static class CustomersDb
{
    extension(AppDb db)
    {
        internal IQueryable<Account> Accounts => db.Rows<Account>().Reached(db, Kinds.Account);
        internal IQueryable<Contact> Contacts => db.Rows<Contact>().Reached(db, Kinds.Contact);
        internal IQueryable<Interaction> Interactions => db.Rows<Interaction>().Reached(db, Kinds.Interaction).Followed(db, Kinds.Interaction).Where(i => !i.IsHidden || i.OwnerId == db.Viewer.PersonId);
        internal IQueryable<Signal> Signals => db.Rows<Signal>().Reached(db, Kinds.Signal).FollowedOnAccount(db, Kinds.Signal);
        internal IQueryable<DeskNote> DeskNotes => db.Rows<DeskNote>().Reached(db, Kinds.DeskNote).FollowedOnAccount(db, Kinds.DeskNote);
        internal IQueryable<Lead> Leads => db.Rows<Lead>().Reached(db, Kinds.Lead);
        internal IQueryable<Favour> Favours => db.Rows<Favour>().Reached(db, Kinds.Favour).FollowedOnAccount(db, Kinds.Favour);
        internal IQueryable<Service.Cases.ServiceCase> ServiceCases => db.Rows<Service.Cases.ServiceCase>().Reached(db, Kinds.ServiceCase).FollowedOnAccount(db, Kinds.ServiceCase);
        internal IQueryable<Attachment> Attachments => db.Rows<Attachment>().Reached(db, Kinds.Attachment).Followed(db, Kinds.Attachment);
        internal IQueryable<ObjectRecord> ObjectRecords => db.Rows<ObjectRecord>().Reached(db, CustomObject.RecordKind);
        internal IQueryable<Todo> Todos => db.Rows<Todo>().Reached(db, Kinds.Task);
    }
}
