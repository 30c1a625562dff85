using System.Text;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.CustomObjects;

/// <summary>Makes the key of something an organisation names itself: what is kept and addressed by it never changes with the name.</summary>
internal static class OwnKey
{
    private const int Longest = 30;

    /// <param name="name">What it is called; of a script without letters a to z, the other word is taken.</param>
    /// <param name="otherwise">What it is where nothing is left of the name.</param>
    /// <param name="taken">Keys there are already.</param>
    public static string Of(string name, string otherwise, IReadOnlyCollection<string> taken)
    {
        var key = new StringBuilder();
        foreach (var sign in Folding.Fold(name)) if (char.IsAsciiLetterOrDigit(sign)) key.Append(sign); else if (key.Length > 0 && key[^1] != '_') key.Append('_');
        var bare = key.ToString().Trim('_') is { Length: > 0 } made ? made[..Math.Min(made.Length, Longest)].Trim('_') : otherwise;
        return Enumerable.Range(1, taken.Count + 1).Select(i => i == 1 ? bare : $"{bare}_{i}").First(k => !taken.Contains(k));
    }
}
