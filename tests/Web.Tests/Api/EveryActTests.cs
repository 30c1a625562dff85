using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Testing;
using Microsoft.AspNetCore.Routing;
namespace Coxswain.Web.Tests.Api;

public sealed class EveryActTests
{
    private const string AtTheDoor = "happens before anybody is known, in a browser";
    private const string OwnMailbox = "concerns one person's own mailbox and calendar, with passwords and mail nobody else sees";
    private const string StepByStep = "an import is looked at before it is done; cox import does it without a browser";

    private const string OneField = "is the change of one field of the record, from a board";

    private const string Personal = "concerns something personal a contact told, which is kept out of the API";

    // A page's act that has no other way in, with its reason.
    private static readonly Dictionary<string, string> PagesOnly = new()
    {
        ["SignIn"] = AtTheDoor, ["SignOut"] = AtTheDoor, ["Begin"] = AtTheDoor, ["BeginDemo"] = AtTheDoor, ["EnterAs"] = AtTheDoor, ["AcceptInvitation"] = AtTheDoor,
        ["MakeKey"] = "a key makes no keys: who got hold of one could keep the way in", ["RevokeKey"] = "goes with making keys", ["MakeServiceKey"] = "a key makes no keys: who got hold of one could keep the way in",
        ["StartSecondFactor"] = "shows a picture to a person once", ["EndSecondFactor"] = "asks the person's password", ["AcknowledgeTold"] = "says that a person has read something", ["ReadTold"] = "says that a person has read something",
        ["MoveOnBoard"] = "is MoveOpportunity from another page", ["NameRival"] = "is Judge with the name in its topic", ["MoveDealCard"] = OneField, ["MoveAccountCard"] = OneField, ["MoveContactCard"] = OneField, ["MoveLeadCard"] = OneField, ["MoveObjectCard"] = OneField, ["NoteCall"] = "is LogInteraction and CreateTask from another page", ["SuppressFile"] = "is Suppress for every address in a file", ["MyData"] = "whoever got hold of a key must not take all that is known about its person with it", ["AnswerSurvey"] = AtTheDoor, ["TickSteps"] = AtTheDoor, ["UntickStep"] = AtTheDoor, ["SayOnStep"] = AtTheDoor, ["TestMailSettings"] = "sends a mail to whoever sits there",
        ["NoteGround"] = Personal, ["ForgetGround"] = Personal, ["AddInterest"] = Personal, ["ForgetInterest"] = Personal,
        ["ConnectFeed"] = OwnMailbox, ["DisconnectFeed"] = OwnMailbox, ["FetchNow"] = OwnMailbox, ["ChangeChoice"] = OwnMailbox, ["Unignore"] = OwnMailbox, ["IgnoreSender"] = OwnMailbox, ["FileWith"] = OwnMailbox, ["MakeContact"] = OwnMailbox, ["ChooseReaders"] = OwnMailbox, ["ChangeCaptureRules"] = OwnMailbox,
        ["DropFiles"] = StepByStep, ["SetPlan"] = StepByStep, ["GoOn"] = StepByStep, ["StopImport"] = StepByStep, ["UndoImport"] = StepByStep, ["SettleConflict"] = StepByStep,
    };

    [Fact]
    public async Task Every_act_of_a_page_is_one_of_the_api_too_or_listed_with_its_reason()
    {
        var acts = ((IEndpointRouteBuilder)(await Host.On(Engine.Sqlite)).App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] is not "GET").Select(e => e.Metadata.GetMetadata<ActMetadata>()).OfType<ActMetadata>().ToList();
        var api = acts.Where(a => a.IsApi).Select(Act).ToHashSet();
        var pages = acts.Where(a => !a.IsApi).Select(Act).ToHashSet();
        Assert.Empty(pages.Except(api).Except(PagesOnly.Keys));
        var listedInVain = PagesOnly.Keys.Where(a => api.Contains(a) || !pages.Contains(a));
        Assert.Empty(listedInVain);
    }

    private static string Act(ActMetadata act) => act.Name.Split('.')[0];
}
