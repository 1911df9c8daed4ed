using FaceFusion.Fusion;
using FaceFusion.Fusion.Restorers;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Parameters;

/// <summary>
/// Greys what has no effect at the moment. Nothing is hidden: a host in which a parameter was hidden when described
/// can't show it again (Nuke).
/// </summary>
internal static class Availability
{
    private static readonly string[] Sides = [NodeNames.FeatherTop, NodeNames.FeatherBottom, NodeNames.FeatherLeft, NodeNames.FeatherRight];

    /// <summary>Whether other parameters are of use or not depending on this one.</summary>
    /// <param name="name">A parameter.</param>
    public static bool DependsOn(string name) => name is
        NodeNames.IdentityFrom or NodeNames.FaceOrder or NodeNames.UseMatte or NodeNames.ColourMethod or NodeNames.Feather
        or NodeNames.Swapper or NodeNames.MaskRegion or NodeNames.Restorer or NodeNames.Expression;

    /// <summary>Greys and ungreys by the present values.</summary>
    /// <param name="effect">The instance.</param>
    public static void Update(Effect effect)
    {
        bool usesFiles = StoredChoice.Read<IdentitySource>(effect, NodeNames.IdentityFrom, 0) != IdentitySource.Clip;
        foreach (string name in NodeNames.IdentityFiles)
            Set(effect, name, usesFiles);

        FaceOrder order = StoredChoice.Read<FaceOrder>(effect, NodeNames.FaceOrder, 0);
        Set(effect, NodeNames.FaceNumber, order is not (FaceOrder.All or FaceOrder.Picked or FaceOrder.Person));
        Set(effect, NodeNames.FacePoint, order == FaceOrder.Picked);
        Set(effect, NodeNames.PersonDistance, order == FaceOrder.Person);
        foreach (string name in (string[])[.. NodeNames.PersonFiles, .. NodeNames.PersonIdentities[1..], .. NodeNames.PersonPoints, .. NodeNames.PersonFrames])
            Set(effect, name, order == FaceOrder.Person);

        Swapper swapper = StoredChoice.Read<Swapper>(effect, NodeNames.Swapper, 0);
        Set(effect, NodeNames.Shape, swapper == Swapper.Mesh);
        Set(effect, NodeNames.Eyes, swapper == Swapper.Mesh);
        Set(effect, NodeNames.SwapperFile, swapper == Swapper.File);
        foreach (string name in NetworkParameters.OfNetworks)
            Set(effect, name, swapper != Swapper.Mesh);
        foreach (string name in MaskParameters.RegionNames)
            Set(effect, name, swapper != Swapper.Mesh && effect.BoolParam(NodeNames.MaskRegion).Get());

        Restorer restorer = StoredChoice.Read<Restorer>(effect, NodeNames.Restorer, 0);
        Set(effect, NodeNames.RestorerFile, restorer == Restorer.File);
        Set(effect, NodeNames.RestorerBlend, restorer != Restorer.None);
        Set(effect, NodeNames.RestorerFidelity, restorer is Restorer.CodeFormer or Restorer.File);

        DoubleParam expression = effect.DoubleParam(NodeNames.Expression);
        bool restoresExpression = expression.KeyCount > 0 || expression.Get() > 0;
        Set(effect, NodeNames.ExpressionUpper, restoresExpression);
        Set(effect, NodeNames.ExpressionLower, restoresExpression);

        bool usesMatte = effect.BoolParam(NodeNames.UseMatte).Get();
        Set(effect, NodeNames.MatteChannel, usesMatte);
        Set(effect, NodeNames.InvertMatte, usesMatte);

        Set(effect, NodeNames.ColourStrength, StoredChoice.Read<ColourMethod>(effect, NodeNames.ColourMethod, 0) != ColourMethod.Off);

        DoubleParam feather = effect.DoubleParam(NodeNames.Feather);
        bool isSoft = feather.KeyCount > 0 || feather.Get() > 0;
        foreach (string name in Sides)
            Set(effect, name, isSoft);
    }

    // Only what changes: some hosts rebuild their panel for every write.
    private static void Set(Effect effect, string name, bool enabled)
    {
        if (effect.TryParam(name) is { } param && param.IsEnabled != enabled)
            param.IsEnabled = enabled;
    }
}
