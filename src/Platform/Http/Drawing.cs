using Microsoft.AspNetCore.Http;
namespace Coxswain.Platform.Http;

/// <summary>An act together with the component that draws its view.</summary>
internal sealed record Drawing(ActCall Call, Func<object, FormState, int, IResult>? Draw)
{
    /// <exception cref="ArgumentException">The component draws another model than the act answers with.</exception>
    public static Drawing By<TView>(Delegate act) where TView : IView
    {
        var call = new ActCall(act);
        if (call.ViewType != TView.ModelType) throw new ArgumentException($"{typeof(TView).Name} draws {TView.ModelType.Name}, but {act.Method.DeclaringType?.Name} answers with {call.ViewType.Name}.");
        return new Drawing(call, TView.Answer);
    }

    public static Drawing Nowhere(Delegate act) => new(new ActCall(act), null);
}
