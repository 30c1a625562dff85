using System.Collections.Frozen;
namespace Coxswain.Customers.Duplicates.Matching;

/// <summary>A company's name taken apart: what it is called, and the form it has in law.</summary>
internal sealed class CompanyName
{
    // As they stand after folding, dots between single letters gone. What means the same in one country is one form.
    private static readonly FrozenDictionary<string, string> Forms = Table(
        "gmbh mbh ggmbh=gmbh|ag|kg|kgaa|ohg|gbr|ug|ev|eg|ek|se|stiftung|"
        + "ltd limited=ltd|llc|llp|lp|plc|inc incorporated=inc|corp corporation=corp|co company cie=co|pty|pte|pvt private=pvt|bhd berhad=bhd|sdn|"
        + "sa|sas|sasu|sarl|eurl|snc|sci|spa|srl|srls|sl|slu|slne|sau|sca|lda ltda=ltda|eireli|sapi|"
        + "bv|nv|vof|cv|bvba|oy|oyj|ab|hb|as|asa|aps|ans|ehf|hf|"
        + "sro|spol|kft|zrt|nyrt|bt|rt|doo|dd|ood|eood|ad|zoo spzoo=spzoo|ooo|oao|zao|pao|pjsc|jsc|tov|sia|uab|ou|"
        + "kk|gk|yk|株式会社 株=kk|有限会社=yk|合同会社=gk|有限公司 有限责任公司=ltd|股份有限公司=plc|주식회사=kk|pt|tbk|ооо=ooo|оао=oao|зао=zao|пао=pao|ао|тов=tov");

    private static readonly FrozenSet<string> First = FrozenSet.Create("pt", "ooo", "oao", "zao", "pao", "uab", "sia", "kk", "tov", "株", "株式会社", "有限会社", "주식회사", "ооо", "оао", "зао", "пао", "ао", "тов");
    private static readonly FrozenSet<string> Between = FrozenSet.Create("&", "und", "and", "et", "y", "e", "en", "i", "the");
    private static readonly string[] Eastern = ["株式会社", "有限会社", "合同会社", "股份有限公司", "有限责任公司", "有限公司", "주식회사"];

    private CompanyName(string[] words, string form)
    {
        (Words, Form, Joined) = (words, form, string.Concat(words));
        Ordered = string.Concat(words.Order(StringComparer.Ordinal));
    }

    /// <summary>The words it is known by.</summary>
    public string[] Words { get; }

    /// <summary>Its form in law; empty where the name says none.</summary>
    public string Form { get; }

    /// <summary>Its words without what is between them.</summary>
    public string Joined { get; }

    /// <summary>The same with the words in order of the alphabet.</summary>
    public string Ordered { get; }

    public static CompanyName Of(string? name)
    {
        var plain = string.Join(' ', Plain.Words(name));
        // These stand at either end without a space.
        foreach (var ending in Eastern) plain = plain.Replace(ending, $" {ending} ", StringComparison.Ordinal);
        plain = plain.Replace(" sp z oo", " spzoo", StringComparison.Ordinal).Replace(" sp z o o", " spzoo", StringComparison.Ordinal).Replace(" s r o", " sro", StringComparison.Ordinal).Replace(" spol s ro", " sro", StringComparison.Ordinal).Replace(" spol sro", " sro", StringComparison.Ordinal).Replace(" de cv", " cv", StringComparison.Ordinal);
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var form = new List<string>();
        while (words.Count > 1 && (Forms.ContainsKey(words[^1]) || form.Count > 0 && Between.Contains(words[^1])))
        {
            if (Forms.TryGetValue(words[^1], out var said)) form.Insert(0, said);
            words.RemoveAt(words.Count - 1);
        }
        if (words.Count > 1 && First.Contains(words[0]))
        {
            form.Insert(0, Forms[words[0]]);
            words.RemoveAt(0);
        }
        var kept = words.Where(w => !Between.Contains(w)).ToArray();
        return new CompanyName(kept.Length > 0 ? kept : [.. words], string.Join(' ', form));
    }

    /// <summary>Both say a form, and another.</summary>
    public bool HasOtherForm(CompanyName other) => Form.Length > 0 && other.Form.Length > 0 && Form != other.Form;

    public bool Is(CompanyName other) => Joined.Length > 0 && (Joined == other.Joined || Ordered == other.Ordered);

    /// <summary>The same but for a slip of the hand in one word, or one word cut short.</summary>
    public bool IsNear(CompanyName other)
    {
        if (Words.Length != other.Words.Length)
            return Joined.Length >= 8 && Joined[0] == other.Joined.FirstOrDefault() && !HasNumber && !other.HasNumber && Likeness.Slips(Joined, other.Joined) == 1 && Math.Abs(Words.Length - other.Words.Length) == 1;
        var wrong = 0;
        for (var i = 0; i < Words.Length; i++)
        {
            if (Words[i] == other.Words[i]) continue;
            if (++wrong > 1 || !Slipped(Words[i], other.Words[i])) return false;
        }
        return wrong == 1;
    }

    private bool HasNumber => Words.Any(w => w.Any(char.IsDigit));

    private static bool Slipped(string a, string b)
    {
        var (shorter, longer) = (Math.Min(a.Length, b.Length), Math.Max(a.Length, b.Length));
        if (shorter < 4 || a[0] != b[0] || a.Any(char.IsDigit) || b.Any(char.IsDigit)) return false;
        if (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)) return longer >= 6;
        return longer >= 5 && Likeness.Slips(a, b) <= (longer >= 9 ? 2 : 1) && Likeness.Of(a, b) >= 0.88;
    }

    private static FrozenDictionary<string, string> Table(string text) =>
        text.Split('|').Select(line => line.Split('=')).SelectMany(line => line[0].Split(' ').Select(word => (word, Form: line[^1]))).ToFrozenDictionary(f => f.word, f => f.Form);
}
