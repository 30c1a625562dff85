using Coxswain.Platform.Data;
namespace Coxswain.Customers.Service.Surveys;

/// <summary>Customers are asked about two skills of support, before and after it was trained. Answers name nobody and are read when it is closed.</summary>
[Tracked("service-survey")]
internal sealed class ServiceSurvey : Entity
{
    public required string Name { get; init; }

    /// <summary>What customers are asked about.</summary>
    public required string SkillOne { get; init; }
    public required string SkillTwo { get; init; }

    /// <summary>When support was trained; help given before is "before".</summary>
    public required DateOnly TrainedOn { get; init; }

    /// <summary>Customers may add a sentence.</summary>
    public required bool AsksOpen { get; init; }
    public required Guid SaidById { get; init; }
    public DateOnly? ClosedOn { get; set; }
}

/// <summary>A link to one survey that takes one answer. It keeps neither for whom it was made nor which answer came by it.</summary>
internal sealed class SurveyLink : Entity
{
    public required Guid SurveyId { get; init; }

    /// <summary>For help that was given after the training.</summary>
    public required bool IsAfter { get; init; }
    public required byte[] SecretHash { get; init; }
    public required DateOnly Until { get; init; }
    public bool IsUsed { get; set; }
}

/// <summary>What a customer answered.</summary>
internal sealed class SurveyAnswer : Entity
{
    public required Guid SurveyId { get; init; }
    public required bool IsAfter { get; init; }

    /// <summary>From 1 to 5.</summary>
    public required int One { get; init; }
    public required int Two { get; init; }
    public string? Open { get; init; }
}
