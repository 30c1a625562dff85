using Coxswain.Platform.Data;
namespace Coxswain.Platform.Lists;

/// <summary>The word that stands for whoever looks at a list, so that one view is everybody's own.</summary>
public static class Mine
{
    public const string Word = "mine";

    /// <summary>From a filter by owner to the key it stands for.</summary>
    public static Func<string, string> AsKey(AppDb db) => text => text == Word ? db.Viewer.PersonId.ToString() : text;
}
