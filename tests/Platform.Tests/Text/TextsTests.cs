using Coxswain.Platform.Text;
using Coxswain.Testing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tests.Text;

public sealed class TextsTests
{
    public TextsTests() => Load(typeof(TextsTests).Assembly);

    [Fact]
    public void A_German_reads_German_with_the_words_in_German_order()
    {
        using var _ = new InCulture("de");
        Assert.Equal("Prüftext", T("Test text"));
        Assert.Equal("Für Ada fällig am 31.12.2026", T("Test due {0} for {1}", new DateOnly(2026, 12, 31), "Ada"));
    }

    [Fact]
    public void An_Austrian_reads_Austrian_where_there_is_any_and_German_elsewhere()
    {
        using var _ = new InCulture("de-AT");
        Assert.Equal("Testtext", T("Test text"));
        Assert.Equal("ein Geschäft mit Ada", N(1, "one test deal with {1}", "{0} test deals with {1}", "Ada"));
    }

    [Fact]
    public void Words_follow_the_language_and_figures_the_formats()
    {
        using var _ = new InCulture("de", formats: "en-US");
        Assert.Equal("1,234 Geschäfte mit Ada", N(1234, "one test deal with {1}", "{0} test deals with {1}", "Ada"));
    }

    [Theory]
    [InlineData(1, "jedna umowa")]
    [InlineData(3, "3 umowy")]
    [InlineData(12, "12 umów")]
    [InlineData(22, "22 umowy")]
    public void A_Pole_reads_the_form_of_the_count(long count, string expected)
    {
        using var _ = new InCulture("pl");
        Assert.Equal(expected, N(count, "one test deal", "{0} test deals"));
    }

    [Fact]
    public void What_nobody_translated_stands_in_English_and_is_listed_once()
    {
        using var _ = new InCulture("pl");
        Assert.Equal("Never translated", T("Never translated"));
        Assert.Equal("2 never counted", N(2, "one never counted", "{0} never counted"));
        T("Never translated");
        Assert.Single(Missing, m => m is ("pl", "Never translated"));
        Assert.Single(Missing, m => m is ("pl", "{0} never counted"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("en-GB")]
    public void English_lacks_nothing(string culture)
    {
        using var _ = new InCulture(culture);
        Assert.Equal("Only in English", T("Only in English"));
        Assert.DoesNotContain(Missing, m => m.English == "Only in English");
    }

    [Fact]
    public void A_text_without_arguments_keeps_its_braces_and_costs_no_memory()
    {
        using var _ = new InCulture("en");
        Assert.Equal("Write {name} there", T("Write {name} there"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) T("Open deals");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_pseudo_language_marks_what_is_translatable_and_leaves_data_alone()
    {
        using var _ = new InCulture("qps-ploc", "en");
        Assert.Equal("⟦Đúé 12/31/2026 ƒóŕ Ada⟧", T("Due {0:d} for {1}", new DateOnly(2026, 12, 31), "Ada"));
        Assert.Equal("⟦1,500 đéáļš⟧", N(1500, "one deal", "{0} deals"));
    }

    [Fact]
    public void Text_that_escaped_translation_is_found()
    {
        using var _ = new InCulture("qps-ploc", "en");
        var page = $"{T("Deals of {0}", "Ada Müller")} Hello 42 {T("Stage {0}", "Qualify")} {T("In {0}", T("the open"))}";
        Assert.Equal(["Hello", "Qualify"], EscapedText.Of(page, "Ada Müller"));
    }
}
