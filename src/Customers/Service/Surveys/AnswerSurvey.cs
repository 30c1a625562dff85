using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Surveys;

/// <summary>Shows a customer the two questions a link leads to.</summary>
internal static class ShowAnswerForm
{
    public sealed record Input { public string? Code { get; init; } }

    public static async Task<Outcome<AnswerFormView>> Do(Input input, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken ct) =>
        await SurveyDoor.WithAsync(scopes, clock, input.Code, (_, survey, db) => FormAsync(db, input.Code!, survey, ct), ct) is { } view ? view : Outcome.Refused(SurveyDoor.Shut);

    private static async Task<AnswerFormView> FormAsync(AppDb db, string code, ServiceSurvey survey, CancellationToken ct) =>
        new(code, (await Platform.Tenants.TenantReads.TenantAsync(db, ct)).Name, survey.SkillOne, survey.SkillTwo, survey.AsksOpen);
}

/// <summary>Takes a customer's answer by a link, once. What is kept names neither them, nor the link, nor the hour.</summary>
internal static class AnswerSurvey
{
    public sealed record Input
    {
        public string? Code { get; init; }

        [Range(1, 5)]
        public int? One { get; init; }

        [Range(1, 5)]
        public int? Two { get; init; }

        [StringLength(500)]
        public string? Open { get; init; }
    }

    public static async Task<Outcome<Answered>> Do(Input input, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken ct)
    {
        var problems = new Problems().AddIf(input.One is null, "One", T("Please choose one.")).AddIf(input.Two is null, "Two", T("Please choose one."));
        if (problems.Any) return Outcome.Invalid(problems);
        return await SurveyDoor.WithAsync(scopes, clock, input.Code, (link, survey, db) => TakeAsync(input, link, survey, db, clock, ct), ct) is { } taken ? taken : Outcome.Refused(SurveyDoor.Shut);
    }

    private static async Task<Answered> TakeAsync(Input input, SurveyLink link, ServiceSurvey survey, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var day = await ListTasks.TodayAsync(db, clock, ct);
        link.IsUsed = true;
        // A key tells the moment it was made at; this one tells the day.
        db.Add(new SurveyAnswer { Id = Keys.Of(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), RandomNumberGenerator.GetBytes(16)), SurveyId = survey.Id, IsAfter = link.IsAfter, One = input.One!.Value, Two = input.Two!.Value, Open = survey.AsksOpen ? input.Open : null });
        await db.SaveChangesAsync(ct);
        return new Answered();
    }
}

/// <summary>Thanks whoever answered.</summary>
internal static class ThankForAnswer
{
    public static Task<Outcome<Answered>> Do() => Task.FromResult<Outcome<Answered>>(new Answered());
}

/// <summary>An answer was taken.</summary>
public sealed record Answered;

/// <summary>What a customer is asked.</summary>
public sealed record AnswerFormView(string Code, string Organisation, string SkillOne, string SkillTwo, bool AsksOpen);

/// <summary>Opens a survey to somebody who has a link and no sign-in.</summary>
internal static class SurveyDoor
{
    public static string Shut => T("This link was used already, or the survey is closed. Thank you all the same.");

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <returns>Null where the link is wrong, used or over.</returns>
    public static async Task<T?> WithAsync<T>(IServiceScopeFactory scopes, TimeProvider clock, string? code, Func<SurveyLink, ServiceSurvey, AppDb, Task<T>> work, CancellationToken ct) where T : class
    {
        if (code?.Split('-') is not [var number, var secret] || !int.TryParse(number, out var tenant)) return null;
        await using var scope = scopes.AsSystem(tenant);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (hash, today) = (Hash(secret), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (await db.Rows<SurveyLink>().SingleOrDefaultAsync(l => l.SecretHash == hash && !l.IsUsed && l.Until >= today, ct) is not { } link) return null;
        return await db.Rows<ServiceSurvey>().SingleOrDefaultAsync(s => s.Id == link.SurveyId && s.ClosedOn == null, ct) is { } survey ? await work(link, survey, db) : null;
    }
}
