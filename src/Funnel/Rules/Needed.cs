namespace Coxswain.Funnel.Rules;

/// <summary>What is read of deals only where a rule asks for it.</summary>
[Flags]
internal enum Needed
{
    Nothing = 0,

    /// <summary>What both sides did in 90 days.</summary>
    Effort = 1,

    /// <summary>What was said of whether to go for it, and how its account fits.</summary>
    Pursuit = 2,

    /// <summary>What is planned within its meetings.</summary>
    Meeting = 4,
}
