using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
namespace Coxswain.Platform.Http;

/// <summary>A component a route can answer with.</summary>
public interface IView
{
    /// <summary>The type of model it draws.</summary>
    static abstract Type ModelType { get; }

    /// <summary>The answer that draws this model.</summary>
    static abstract IResult Answer(object model, FormState form, int status);
}

/// <summary>A component drawn from one model. Never queries, never injects: the act hands it everything.</summary>
public abstract class View<TSelf, TModel> : ComponentBase, IView where TSelf : View<TSelf, TModel>
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;

    /// <summary>What was typed into the form this draws, if it was posted.</summary>
    [Parameter]
    public FormState Form { get; set; } = FormState.Untouched;

    static Type IView.ModelType => typeof(TModel);

    static IResult IView.Answer(object model, FormState form, int status)
    {
        var parameters = new Dictionary<string, object?> { [nameof(Model)] = model, [nameof(Form)] = form };
        if (form.Notice is { } notice)
            return new RazorComponentResult<Noticed<TSelf>>(new Dictionary<string, object?> { [nameof(Noticed<>.Parameters)] = parameters, [nameof(Noticed<>.Notice)] = notice }) { StatusCode = status, PreventStreamingRendering = true };
        return new RazorComponentResult<TSelf>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}

/// <summary>A view with the shell around it.</summary>
[Layout(typeof(Frame))]
public abstract class Page<TSelf, TModel> : View<TSelf, TModel> where TSelf : View<TSelf, TModel>;

/// <summary>A view for people who are not signed in, without the shell.</summary>
[Layout(typeof(BareFrame))]
public abstract class BareView<TSelf, TModel> : View<TSelf, TModel> where TSelf : View<TSelf, TModel>;
