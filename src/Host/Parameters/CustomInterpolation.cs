using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>Lets a plug-in blend two keys of a custom parameter (<c>kOfxParamPropCustomInterpCallbackV1</c>).</summary>
internal static unsafe class CustomInterpolation
{
    /// <summary>The plug-in's blend; null when it offers no callback or its callback fails.</summary>
    public static ParamValue? Blend(HostedParam param, ParamKey from, ParamKey to, double time)
    {
        nint callback = param.Properties.GetPointer(OfxParamProps.kOfxParamPropCustomInterpCallbackV1);
        if (callback == 0)
            return null;

        using PropertyBag arguments = new PropertyBag(plugInMayWrite: false)
            .Text(OfxProps.kOfxPropName, param.Name)
            .Reals(OfxProps.kOfxPropTime, time)
            .Define(OfxParamProps.kOfxParamPropCustomValue, PropertyValue.Of(from.Value.Text), PropertyValue.Of(to.Value.Text))
            .Reals(OfxParamProps.kOfxParamPropInterpolationTime, from.Time, to.Time)
            .Reals(OfxParamProps.kOfxParamPropInterpolationAmount, (time - from.Time) / (to.Time - from.Time));
        using PropertyBag answer = new PropertyBag().Text(OfxParamProps.kOfxParamPropCustomValue, from.Value.Text);

        var function = (delegate* unmanaged[Cdecl]<OfxParamSetHandle, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus>)callback;
        OfxStatus status = function(param.Owner.Params.Handle, arguments.Handle, answer.Handle);
        return status == OfxStatus.kOfxStatOK ? ParamValue.OfText(answer.GetText(OfxParamProps.kOfxParamPropCustomValue)) : null;
    }
}
