using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Customers.Consent;

/// <summary>The addresses of consent and suppression.</summary>
internal static class ConsentRoutes
{
    public static void Map(Routes pages, Routes edits)
    {
        edits.Show<ConsentPage>("/contacts/{id:guid}/consents/new", RecordConsent.FormOnContact);
        edits.Act("/contacts/{id:guid}/consents", RecordConsent.OnContact, (ConsentView done) => done.Url + "#consent").Redraws<ConsentForm>(RecordConsent.FormOnContact);
        edits.Act("/contacts/{id:guid}/consent-withdrawals", RecordConsent.WithdrawOnContact, (ConsentView done) => done.Url + "#consent").Redraws<ConsentForm>(RecordConsent.AgainOnContact);
        edits.Show<ConsentPage>("/leads/{id:guid}/consents/new", RecordConsent.FormOnLead);
        edits.Act("/leads/{id:guid}/consents", RecordConsent.OnLead, (ConsentView done) => done.Url + "#consent").Redraws<ConsentForm>(RecordConsent.FormOnLead);
        edits.Act("/leads/{id:guid}/consent-withdrawals", RecordConsent.WithdrawOnLead, (ConsentView done) => done.Url + "#consent").Redraws<ConsentForm>(RecordConsent.AgainOnLead);
        edits.Act("/suppressions", Suppress.OnPage, (WentBack done) => done.Url).Redraws<SuppressionsPage>(ShowSuppressions.Again);
        pages.Inner.MapGet("/contacts/consents.csv", async (HttpContext http, Platform.Data.AppDb db) => await ConsentExport.WriteAsync(http, db)).WithMetadata(new Requirement(Permission.Export));

        var settings = pages.Requires(Permission.ManageSettings);
        settings.Show<SuppressionsPage>("/settings/suppressions", ShowSuppressions.Do);
        settings.Act("/settings/suppressions/files", SuppressFile.Do, (WentBack done) => done.Url).Redraws<SuppressionsPage>(ShowSuppressions.Again);
        settings.Act("/settings/suppressions/{id:guid}/liftings", LiftSuppression.Do, (WentBack done) => done.Url).Redraws<SuppressionsPage>(ShowSuppressions.Again);
        pages.Inner.MapGet("/settings/suppressions/export", async (HttpContext http, Platform.Data.AppDb db) => await ShowSuppressions.WriteAsync(http, db)).WithMetadata(new Requirement(Permission.ManageSettings));
    }

    public static void MapApi(Routes api, Routes sees, Routes edits)
    {
        sees.Show("/contacts/{id:guid}/consents", RecordConsent.ReadContact);
        edits.Act("/contacts/{id:guid}/consents", RecordConsent.OnContact, status: 201);
        edits.Act("/contacts/{id:guid}/consent-withdrawals", RecordConsent.WithdrawOnContact, status: 201);
        sees.Show("/leads/{id:guid}/consents", RecordConsent.ReadLead);
        edits.Act("/leads/{id:guid}/consents", RecordConsent.OnLead, status: 201);
        edits.Act("/leads/{id:guid}/consent-withdrawals", RecordConsent.WithdrawOnLead, status: 201);
        sees.Show("/message-permits", AskPermit.Do);
        edits.Act("/suppressions", Suppress.Do, status: 201);
        api.Requires(Permission.ManageSettings).Show("/suppressions", ShowSuppressions.Read);
        api.Requires(Permission.ManageSettings).Act("/suppressions/{id:guid}/liftings", LiftSuppression.Do);
    }
}
