using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Surveys;

/// <summary>Begins a survey of customers around a training, on the two skills that the terms name.</summary>
internal static class BeginSurvey
{
    public sealed record Input
    {
        [StringLength(120)]
        public string? Name { get; init; }
        public DateOnly? TrainedOn { get; init; }

        /// <summary>Customers may add a sentence; it is shown when the survey is closed, from five answers on.</summary>
        public bool AsksOpen { get; init; }
    }

    public static async Task<Outcome<SurveyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!MayKeep(db)) return Outcome.Refused(NotYours);
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Name), "Name", T("Please fill this in.")).AddIf(input.TrainedOn is null, "TrainedOn", T("Please fill this in."));
        if (problems.Any) return Outcome.Invalid(problems);
        var terms = await ServiceTerms.OnAsync(db, await ListTasks.TodayAsync(db, clock, ct), ct);
        var made = new ServiceSurvey { Name = input.Name!, TrainedOn = input.TrainedOn!.Value, AsksOpen = input.AsksOpen, SkillOne = terms.SkillOne ?? T("How clearly we talked with you"), SkillTwo = terms.SkillTwo ?? T("How well we kept at it until it was done"), SaidById = db.Viewer.PersonId };
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await SurveyView.OneAsync(db, made.Id, ct))!).Saying(T("{0} is begun.", made.Name));
    }

    internal static bool MayKeep(AppDb db) => db.Viewer.May(Permission.SeeTeamFigures) || db.Viewer.Role is Role.Trainer;

    internal static string NotYours => T("Those who lead, and trainers, keep surveys.");
}

/// <summary>Makes links to pass on, each for one answer. They are shown once, and nothing says later who got which.</summary>
internal static class MakeLinks
{
    private const int Most = 50, Days = 60;

    public sealed record Input
    {
        public Guid Id { get; init; }
        public int? Count { get; init; }

        /// <summary>For help given after the training.</summary>
        public bool? After { get; init; }
    }

    public static async Task<Outcome<LinksView>> Do(Input input, AppDb db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (!BeginSurvey.MayKeep(db)) return Outcome.Refused(BeginSurvey.NotYours);
        if (await db.Rows<ServiceSurvey>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } survey) return Outcome.Missing;
        if (survey.ClosedOn is not null) return Outcome.Refused(T("This survey is closed."));
        var problems = new Problems().AddIf(input.Count is null or < 1 or > Most, "Count", T("From 1 to {0}.", Most)).AddIf(input.After is null, "After", T("Please choose one."));
        if (problems.Any) return Outcome.Invalid(problems);
        var (until, secrets) = ((await ListTasks.TodayAsync(db, clock, ct)).AddDays(Days), Enumerable.Range(0, input.Count!.Value).Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20))).ToList());
        db.AddRange(secrets.Select(s => new SurveyLink { SurveyId = survey.Id, IsAfter = input.After!.Value, SecretHash = SurveyDoor.Hash(s), Until = until }));
        await db.SaveChangesAsync(ct);
        return new LinksView(survey.Id, survey.Name, input.After!.Value, until, secrets.ConvertAll(s => $"{http.Request.Scheme}://{http.Request.Host}/surveys/{db.Viewer.TenantId}-{s}"));
    }
}

/// <summary>Links, shown once.</summary>
public sealed record LinksView(Guid Id, string Name, bool After, DateOnly Until, IReadOnlyList<string> Links);

/// <summary>Closes a survey: no more answers are taken, and those there are can be read.</summary>
internal static class CloseSurvey
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<SurveyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!BeginSurvey.MayKeep(db)) return Outcome.Refused(BeginSurvey.NotYours);
        if (await db.Rows<ServiceSurvey>().SingleOrDefaultAsync(s => s.Id == input.Id, ct) is not { } survey) return Outcome.Missing;
        if (survey.ClosedOn is not null) return Outcome.Refused(T("This survey is closed."));
        survey.ClosedOn = await ListTasks.TodayAsync(db, clock, ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done((await SurveyView.OneAsync(db, survey.Id, ct))!).Saying(T("Closed; what was answered can be read now."));
    }
}
