using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Records;
using Coxswain.Customers.Service;
using Coxswain.Customers.Signals;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers;

/// <summary>What the API offers of customers beside the records themselves: files, timelines, common ground, steps.</summary>
internal static class CustomersApi
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new ApiRecord(Kinds.Account, "/accounts/{0}", () => T("Accounts")) { Removed = db => db.RowsWithRemoved<Account>().Reached(db, Kinds.Account).Select(r => r.Id) });
        services.AddSingleton(new ApiRecord(Kinds.Contact, "/contacts/{0}", () => T("Contacts")) { Removed = db => db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact).Select(r => r.Id) });
        services.AddSingleton(new ApiRecord(Kinds.Lead, "/leads/{0}", () => T("Leads")) { Removed = db => db.RowsWithRemoved<Lead>().Reached(db, Kinds.Lead).Select(r => r.Id) });
        services.AddSingleton(new ApiRecord(Kinds.Interaction, "/interactions/{0}", () => T("Interactions")) { Removed = db => db.RowsWithRemoved<Interaction>().Reached(db, Kinds.Interaction).Followed(db, Kinds.Interaction).Where(i => !i.IsHidden || i.OwnerId == db.Viewer.PersonId).Select(r => r.Id) });
        services.AddSingleton(new ApiRecord(Kinds.Signal, "/signals/{0}", () => T("Signals")) { Removed = db => db.RowsWithRemoved<Signal>().Reached(db, Kinds.Signal).FollowedOnAccount(db, Kinds.Signal).Select(r => r.Id) });
        services.AddSingleton(new ApiRecord(Kinds.Task, "/tasks/{0}", () => T("Tasks")) { Removed = db => db.RowsWithRemoved<Todo>().Reached(db, Kinds.Task).Select(r => r.Id) });
        services.AddSingleton(new ApiRecord(Kinds.Tip, "/tips/{0}", () => T("Tips")) { Removed = db => TipView.Seen(db, db.RowsWithRemoved<Tip>()).Select(r => r.Id) });
    }

    public static void Map(Routes api)
    {
        var sees = api.Requires(Permission.SeeCustomers);
        var edits = api.Requires(Permission.EditCustomers);
        sees.Show("/accounts/{id:guid}/timeline", ShowTimeline.OnAccount);
        sees.Show("/contacts/{id:guid}/timeline", ShowTimeline.OnContact);
        sees.Show("/attachments", ListFiles.Read);
        edits.Act("/attachments", AttachFile.Do, status: 201).With(e => e.WithMetadata(new RequestSizeLimitAttribute(AttachFile.LargestUpload)));
        edits.Delete("/attachments/{id:guid}", RemoveFile.Do);
        edits.Act("/attachments/{id:guid}/restorations", RestoreFile.Do);
        sees.Inner.MapGet("/attachments/{id:guid}", ReadFile.AnswerAsync).WithMetadata(new Requirement(Permission.SeeCustomers));
        edits.Act("/interactions/{id:guid}/restorations", RestoreInteraction.Do);
        edits.Act("/tasks/{id:guid}/moves", MoveTask.Do);
        edits.Act("/tasks/{id:guid}/restorations", RestoreTask.Do);
        edits.Act("/tips/{id:guid}/restorations", RestoreTip.Do);
        edits.Act("/accounts/{id:guid}/map/arrangements", ArrangeMap.Do);
        edits.Act("/accounts/{id:guid}/map/tidyings", ArrangeMap.Tidy);
        edits.Act("/accounts/{id:guid}/map/everybody", ArrangeMap.Everybody);
        var manages = api.Requires(Permission.ManageProcess);
        manages.Act("/account-steps", ChangeStep.Add, status: 201);
        manages.Act("/account-steps/{id:guid}", ChangeStep.Do);
        manages.Act("/account-steps/{id:guid}/arrangements", ArrangeStep.Do);
        manages.Act("/account-steps/{id:guid}/retirements", RetireStep.Do);
    }
}
