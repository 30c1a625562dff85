namespace Coxswain.Platform.Http;

/// <summary>An input that may carry a part of the fields only: what was not sent stays as it is, what was sent empty becomes empty.</summary>
public interface IPartial
{
    /// <summary>The names of the fields that came, as posted or as in the JSON; upper and lower case do not count.</summary>
    IReadOnlySet<string> Sent { get; set; }
}
