using System.Text.RegularExpressions;
using Coxswain.Funnel.Tests.Plans;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

/// <summary>What a form offers is what its act takes, on both databases: each keeps keys in its own way.</summary>
public sealed partial class DrawnChoicesTests
{
    [Theory, OnBoth]
    public async Task Every_record_a_form_offers_is_named_by_its_key(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        var petra = await planned.NameAsync(planned.Petra, "User");
        foreach (var url in (string[])["/opportunities/new", $"{planned.Url}?edit=OwnerId", $"{planned.Plan}/start", $"{planned.Plan}/people/new", $"{planned.Plan}?person={petra}&field=CoveredBy"])
        {
            var form = Form().Match(await planned.Ana.TextAsync(url)).Value;
            var keys = Option().Matches(form).Select(m => m.Groups[1].Value).Where(v => v.Length > 0).ToList();
            Assert.NotEmpty(keys);
            Assert.All(keys, k => Assert.True(Guid.TryParse(k, out _), $"{url} offers “{k}”."));
        }
    }

    [GeneratedRegex("""<select[^>]*name="(Stage|OwnerId|Contact|Who)".*?</select>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<option value="([^"]*)""")]
    private static partial Regex Option();
}
