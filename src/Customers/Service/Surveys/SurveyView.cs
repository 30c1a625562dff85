using System.Text.Json.Serialization;
using Coxswain.Customers.Service.Guard;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service.Surveys;

/// <summary>What became of a skill after it was trained.</summary>
public enum SkillVerdict { NotEnough, NoDetectableDifference, Better, Worse }

/// <summary>A skill as customers answered: the share of 4 and 5 of 5, before and after, each null below five answers.</summary>
public sealed record SkillResult(string Skill, Ratio? Before, Ratio? After)
{
    /// <summary>Beyond chance where the interval of the change leaves zero out.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SkillVerdict>))]
    public SkillVerdict Verdict => this is not { Before: { } before, After: { } after } ? SkillVerdict.NotEnough
        : Ratio.Rise(before, after) switch { { Low: > 0 } => SkillVerdict.Better, { High: < 0 } => SkillVerdict.Worse, _ => SkillVerdict.NoDetectableDifference };
}

/// <summary>A survey; what was answered only once it is closed.</summary>
public sealed record SurveyView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string SkillOne { get; init; }
    public required string SkillTwo { get; init; }
    public required DateOnly TrainedOn { get; init; }
    public required bool AsksOpen { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Answers that came; nothing of what they say before it is closed.</summary>
    public required int Answers { get; init; }
    public IReadOnlyList<SkillResult> Skills { get; init; } = [];

    /// <summary>Sentences that came with at least five answers of the same time, in the order of their letters.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];
    internal bool MayKeep { get; init; }

    internal static async Task<SurveyView?> OneAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.Rows<ServiceSurvey>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } survey) return null;
        var answers = db.Rows<SurveyAnswer>().AsNoTracking().Where(a => a.SurveyId == id);
        if (survey.ClosedOn is null) return Of(survey, await answers.CountAsync(ct)) with { MayKeep = BeginSurvey.MayKeep(db) };
        var all = (await answers.ToListAsync(ct)).ToLookup(a => a.IsAfter);
        Ratio? Share(bool after, Func<SurveyAnswer, int> of) => Ratio.Of(all[after].Count(a => of(a) >= 4), all[after].Count());
        return Of(survey, all.Sum(g => g.Count())) with
        {
            MayKeep = BeginSurvey.MayKeep(db), Skills = [new(survey.SkillOne, Share(false, a => a.One), Share(true, a => a.One)), new(survey.SkillTwo, Share(false, a => a.Two), Share(true, a => a.Two))],
            Said = [.. all.Where(g => g.Count() >= Ratio.Floor).SelectMany(g => g.Select(a => a.Open)).OfType<string>().Order(StringComparer.CurrentCulture)],
        };
    }

    internal static SurveyView Of(ServiceSurvey s, int answers) => new() { Id = s.Id, Name = s.Name, SkillOne = s.SkillOne, SkillTwo = s.SkillTwo, TrainedOn = s.TrainedOn, AsksOpen = s.AsksOpen, ClosedOn = s.ClosedOn, Answers = answers };
}

/// <summary>Surveys of customers on what support was trained in, the latest first.</summary>
internal static class ListSurveys
{
    public static async Task<Outcome<SurveysView>> Do(AppDb db, CancellationToken ct)
    {
        var answers = db.Rows<SurveyAnswer>();
        var rows = await db.Rows<ServiceSurvey>().AsNoTracking().OrderByDescending(s => s.TrainedOn).ThenByDescending(s => s.Id).Take(100).Select(s => new { Survey = s, Answers = answers.Count(a => a.SurveyId == s.Id) }).ToListAsync(ct);
        return new SurveysView(rows.ConvertAll(r => SurveyView.Of(r.Survey, r.Answers)), BeginSurvey.MayKeep(db));
    }

    public sealed record OfOne { public Guid Id { get; init; } }

    public static async Task<Outcome<SurveyView>> One(OfOne input, AppDb db, CancellationToken ct) => await SurveyView.OneAsync(db, input.Id, ct) is { } view ? view : Outcome.Missing;
}

/// <summary>Surveys as their page shows them.</summary>
public sealed record SurveysView(IReadOnlyList<SurveyView> Surveys, bool MayKeep);
