namespace Coxswain.Platform.Text;

/// <summary>One text in one language, with a form per plural category where it counts something.</summary>
internal sealed class Translation(string language, IReadOnlyDictionary<PluralForm, string> forms)
{
    private readonly string?[] _forms = [.. Enum.GetValues<PluralForm>().Select(f => forms.GetValueOrDefault(f))];

    public string Other => _forms[(int)PluralForm.Other]!;

    public string For(long count) => _forms[(int)Plural.Of(language, count)] ?? Other;

    public bool Same(Translation other) => _forms.AsSpan().SequenceEqual(other._forms);
}
