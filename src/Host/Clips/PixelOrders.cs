using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>Pixels in another order of components.</summary>
public static class PixelOrders
{
    /// <summary>Vegas's name of an order.</summary>
    public static string OfxName(this PixelOrder order) =>
        order == PixelOrder.Bgra ? OfxVegas.kOfxImagePixelOrderBGRA : OfxVegas.kOfxImagePixelOrderRGBA;

    /// <summary>Exchanges red and blue of a row of pixels with four components.</summary>
    /// <param name="row">The row's bytes.</param>
    /// <param name="depth">Storage of a component.</param>
    public static void ExchangeRedAndBlue(Span<byte> row, BitDepth depth)
    {
        switch (depth.Bytes())
        {
            case 1:
                Exchange(row);
                break;
            case 2:
                Exchange(MemoryMarshal.Cast<byte, ushort>(row));
                break;
            default:
                Exchange(MemoryMarshal.Cast<byte, uint>(row));
                break;
        }
    }

    private static void Exchange<T>(Span<T> row)
        where T : unmanaged
    {
        for (int i = 0; i + 3 < row.Length; i += 4)
            (row[i], row[i + 2]) = (row[i + 2], row[i]);
    }
}
