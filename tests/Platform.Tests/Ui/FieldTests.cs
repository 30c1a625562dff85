using System.Text.RegularExpressions;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;

namespace Coxswain.Platform.Tests.Ui;

public sealed class FieldTests
{
    [Theory]
    [InlineData(FieldKind.Text), InlineData(FieldKind.LongText), InlineData(FieldKind.Choice), InlineData(FieldKind.Suggest), InlineData(FieldKind.Money), InlineData(FieldKind.Password)]
    public async Task A_label_belongs_to_its_input(FieldKind kind)
    {
        var html = await Drawn.Of<Field>(("Name", "amount"), ("Label", "Amount"), ("Kind", kind));
        Assert.Contains("<label for=\"f-amount\">Amount", html);
        Assert.Single(Regex.Matches(html, "<(input|select|textarea)[^>]* id=\"f-amount\""));
    }

    [Fact]
    public async Task What_is_wrong_is_read_with_the_input()
    {
        var html = await Drawn.Of<Field>(("Name", "close"), ("Label", "Decision by"), ("Hint", "Day, month, year"), ("Error", "June has 30 days"));
        Assert.Contains("aria-describedby=\"f-close-hint f-close-error\"", html);
        Assert.Contains("aria-invalid=\"true\"", html);
        Assert.Matches("id=\"f-close-error\".*June has 30 days", html);
    }

    [Fact]
    public async Task A_wrong_date_stays_as_it_was_typed()
    {
        var html = await Drawn.Of<Field>(("Name", "close"), ("Label", "Decision by"), ("Kind", FieldKind.Date), ("Value", "31 June"), ("Error", "June has 30 days"));
        Assert.Contains("type=\"text\"", html);
        Assert.Contains("value=\"31 June\"", html);
    }

    [Fact]
    public async Task A_right_date_gets_the_calendar()
    {
        var html = await Drawn.Of<Field>(("Name", "close"), ("Label", "Decision by"), ("Kind", FieldKind.Date), ("Value", "2026-09-30"));
        Assert.Contains("type=\"date\"", html);
    }

    [Fact]
    public async Task A_figure_is_typed_as_text_so_that_no_browser_reads_it_its_own_way()
    {
        var html = await Drawn.Of<Field>(("Name", "amount"), ("Label", "Amount"), ("Kind", FieldKind.Money), ("Value", "1.500"));
        Assert.Contains("type=\"text\"", html);
        Assert.Contains("inputmode=\"decimal\"", html);
    }

    [Fact]
    public async Task A_posted_form_shows_what_was_typed_not_what_is_stored()
    {
        var form = new FormState { Typed = new Dictionary<string, string> { ["Name"] = "Nordwind <b>" }, Problems = new Problems().Add("Name", "Too short") };
        var html = await Drawn.Of<Field>(("Name", "Name"), ("Label", "Name"), ("Value", "Halma"), ("Form", form));
        Assert.Contains("value=\"Nordwind &lt;b&gt;\"", html);
        Assert.Contains("Too short", html);
        Assert.DoesNotContain("Halma", html);
    }

    [Fact]
    public async Task An_ambiguous_figure_is_asked_about_and_the_answer_posts_under_the_same_name_after_it()
    {
        var form = new FormState { Typed = new Dictionary<string, string> { ["Amount"] = "1.500" }, Questions = new Dictionary<string, IReadOnlyList<string>> { ["Amount"] = ["1,500", "1.50"] } };
        var html = await Drawn.Of<Field>(("Name", "Amount"), ("Label", "Amount"), ("Kind", FieldKind.Money), ("Form", form));
        Assert.Contains("1.500", html);
        Assert.Equal(2, Regex.Count(html, "type=\"radio\" name=\"Amount\""));
        Assert.True(html.IndexOf("type=\"radio\"", StringComparison.Ordinal) > html.IndexOf("id=\"f-Amount\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stored_choice_that_is_no_longer_offered_is_kept()
    {
        var html = await Drawn.Of<Field>(("Name", "stage"), ("Label", "Stage"), ("Kind", FieldKind.Choice), ("Value", "legacy"), ("Choices", (IReadOnlyList<Choice>)[new("new", "New")]));
        Assert.Contains("<option value=\"legacy\" selected>", html);
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var html = await Drawn.Of<Field>(("Name", "password"), ("Label", "Password"), ("Kind", FieldKind.Password), ("Value", "secret"));
        Assert.DoesNotContain("secret", html);
    }

    [Fact]
    public async Task Ticks_keep_what_was_posted_even_when_that_was_nothing()
    {
        var form = new FormState { Typed = new Dictionary<string, string> { ["Name"] = "x" } };
        var html = await Drawn.Of<Field>(("Name", "Quiet"), ("Label", "Tell me"), ("Kind", FieldKind.Tick), ("Checked", true), ("Form", form));
        Assert.DoesNotContain(" checked", html);
    }

    [Fact]
    public async Task The_summary_of_errors_is_announced_takes_the_focus_and_links_to_each_field()
    {
        var html = await Drawn.Of<FormErrors>(("Prefix", "e"), ("Errors", (IReadOnlyList<FieldError>)[new("close", "June has 30 days"), new("", "Nothing was saved")]));
        Assert.Contains("role=\"alert\"", html);
        Assert.Contains("data-focus", html);
        Assert.Contains("href=\"#f-e-close\"", html);
        Assert.Contains("2 things to put right", html);
    }

    [Fact]
    public async Task A_form_carries_the_culture_and_version_it_was_drawn_from()
    {
        var html = await Drawn.Of<PostForm>(("Action", "/accounts/1"), ("Version", 7));
        Assert.Matches("name=\"_culture\" value=\"[^\"]*\"", html);
        Assert.Contains("name=\"Version\" value=\"7\"", html);
        Assert.Contains("hx-post=\"/accounts/1\"", html);
    }
}
