using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Parameters;

/// <summary>A parameter that presets hold and the reset resets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsLook">Whether it is part of a look, which presets carry from shot to shot.</param>
internal sealed record Setting(string Name, SettingKind Kind, bool IsLook = true)
{
    /// <summary>Every parameter but the identity, in the panel's order.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new(NodeNames.FaceOrder, SettingKind.Menu, IsLook: false),
        new(NodeNames.FaceNumber, SettingKind.Integer, IsLook: false),
        new(NodeNames.FacePoint, SettingKind.Point, IsLook: false),
        new(NodeNames.LeftOut, SettingKind.Text, IsLook: false),
        new(NodeNames.ShowFaces, SettingKind.Flag, IsLook: false),
        new(NodeNames.PersonDistance, SettingKind.Number, IsLook: false),
        .. NodeNames.PersonFiles.Concat(NodeNames.PersonFaces).Select(name => new Setting(name, SettingKind.Text, IsLook: false)),
        .. NodeNames.PersonFrames.Select(name => new Setting(name, SettingKind.Text, IsLook: false)),
        .. NodeNames.PersonPoints.Select(name => new Setting(name, SettingKind.Point, IsLook: false)),
        new(NodeNames.Shape, SettingKind.Number),
        new(NodeNames.Eyes, SettingKind.Number),
        new(NodeNames.Swapper, SettingKind.Menu),
        new(NodeNames.SwapperFile, SettingKind.Text, IsLook: false),
        new(NodeNames.IdentityAmount, SettingKind.Number),
        new(NodeNames.CropSide, SettingKind.Menu),
        new(NodeNames.PlateDetail, SettingKind.Number),
        new(NodeNames.MaskBox, SettingKind.Flag),
        new(NodeNames.MaskOutline, SettingKind.Flag),
        new(NodeNames.MaskRegion, SettingKind.Flag),
        new(NodeNames.MaskOcclusion, SettingKind.Flag),
        new(NodeNames.MaskNetwork, SettingKind.Flag),
        new(NodeNames.RegionSkin, SettingKind.Flag),
        new(NodeNames.RegionBrows, SettingKind.Flag),
        new(NodeNames.RegionEyes, SettingKind.Flag),
        new(NodeNames.RegionLips, SettingKind.Flag),
        new(NodeNames.RegionMouth, SettingKind.Flag),
        new(NodeNames.MaskCombination, SettingKind.Menu),
        new(NodeNames.MaskGrowth, SettingKind.Number),
        new(NodeNames.MaskBlur, SettingKind.Number),
        new(NodeNames.MaskView, SettingKind.Menu, IsLook: false),
        new(NodeNames.Restorer, SettingKind.Menu),
        new(NodeNames.RestorerFile, SettingKind.Text, IsLook: false),
        new(NodeNames.RestorerBlend, SettingKind.Number),
        new(NodeNames.RestorerFidelity, SettingKind.Number),
        new(NodeNames.Expression, SettingKind.Number),
        new(NodeNames.ExpressionUpper, SettingKind.Flag),
        new(NodeNames.ExpressionLower, SettingKind.Flag),
        new(NodeNames.EditBrows, SettingKind.Number),
        new(NodeNames.EditGazeHorizontal, SettingKind.Number),
        new(NodeNames.EditGazeVertical, SettingKind.Number),
        new(NodeNames.EditEyesOpen, SettingKind.Number),
        new(NodeNames.EditLipsOpen, SettingKind.Number),
        new(NodeNames.EditGrim, SettingKind.Number),
        new(NodeNames.EditPout, SettingKind.Number),
        new(NodeNames.EditPurse, SettingKind.Number),
        new(NodeNames.EditSmile, SettingKind.Number),
        new(NodeNames.EditMouthHorizontal, SettingKind.Number),
        new(NodeNames.EditMouthVertical, SettingKind.Number),
        new(NodeNames.EditPitch, SettingKind.Number),
        new(NodeNames.EditYaw, SettingKind.Number),
        new(NodeNames.EditRoll, SettingKind.Number),
        new(NodeNames.Mix, SettingKind.Number),
        new(NodeNames.Feather, SettingKind.Number),
        new(NodeNames.FeatherUnit, SettingKind.Menu),
        new(NodeNames.FeatherTop, SettingKind.Number),
        new(NodeNames.FeatherBottom, SettingKind.Number),
        new(NodeNames.FeatherLeft, SettingKind.Number),
        new(NodeNames.FeatherRight, SettingKind.Number),
        new(NodeNames.UseMatte, SettingKind.Flag),
        new(NodeNames.MatteChannel, SettingKind.Menu),
        new(NodeNames.InvertMatte, SettingKind.Flag),
        new(NodeNames.ColourMethod, SettingKind.Menu),
        new(NodeNames.ColourStrength, SettingKind.Number),
        new(NodeNames.Grain, SettingKind.Number),
        new(NodeNames.Sharpness, SettingKind.Number),
        new(NodeNames.Detector, SettingKind.Menu, IsLook: false),
        new(NodeNames.Landmarks, SettingKind.Menu, IsLook: false),
        new(NodeNames.Recogniser, SettingKind.Menu, IsLook: false),
        new(NodeNames.Occlusion, SettingKind.Menu, IsLook: false),
        new(NodeNames.ExecutionProvider, SettingKind.Menu, IsLook: false),
        new(NodeNames.InputSpace, SettingKind.Menu, IsLook: false),
        new(NodeNames.Output, SettingKind.Menu, IsLook: false),
    ];

    /// <summary>Sets it to the default that the host was given, without keys. What the host has no default of stays.</summary>
    /// <param name="effect">The instance.</param>
    public void Reset(Effect effect)
    {
        if (effect.TryParam(Name) is not { } param)
            return;
        param.DeleteAllKeys();
        const string byDefault = OfxParamProps.kOfxParamPropDefault;
        switch (Kind)
        {
            case SettingKind.Number when param.Properties.TryGetDouble(byDefault, out double number):
                effect.DoubleParam(Name).Set(number);
                break;
            case SettingKind.Integer when param.Properties.TryGetInt(byDefault, out int integer):
                effect.IntParam(Name).Set(integer);
                break;
            case SettingKind.Flag when param.Properties.TryGetInt(byDefault, out int flag):
                effect.BoolParam(Name).Set(flag != 0);
                break;
            case SettingKind.Menu when param.Properties.TryGetInt(byDefault, out int option):
                Menus.Find(Name)!.ChooseNumber(effect, option);
                break;
            case SettingKind.Text when param.Properties.TryGetString(byDefault, out string text):
                effect.StringParam(Name).Set(text);
                break;
            default:
                // A point is of no use once nothing is picked by it.
                break;
        }
    }

    /// <summary>The least and greatest number that the host was told.</summary>
    /// <param name="param">The parameter.</param>
    public static (double Least, double Greatest) Range(Param param) => (
        param.Properties.GetDouble(OfxParamProps.kOfxParamPropMin, double.NegativeInfinity),
        param.Properties.GetDouble(OfxParamProps.kOfxParamPropMax, double.PositiveInfinity));
}
