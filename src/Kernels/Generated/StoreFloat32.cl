#pragma OPENCL FP_CONTRACT OFF
struct type_0;
typedef global struct type_0* type_1;
struct type_2;
typedef global float* type_3;
struct type_4;
struct type_5;
struct type_2_kernel;
struct type_4_kernel;
struct type_0
{
	float field_6;
	float field_7;
	float field_8;
	float field_9;
};
struct type_2
{
	type_1 field_6;
	long field_7;
};
struct type_4
{
	type_3 field_6;
	long field_7;
};
struct type_5
{
	long field_6;
	int field_7;
	int field_8;
	int field_9;
	int field_10;
	int field_11;
	int field_12;
};
struct type_2_kernel
{
	int field_6;
	long field_7;
};
struct type_4_kernel
{
	int field_6;
	long field_7;
};
kernel void Kernel_StoreFloat32(
	global struct type_0* view_13,
	global float* view_14,
	int var0,
	int var1,
	struct type_2_kernel var2,
	struct type_4_kernel var3,
	struct type_5 var4)
{
	struct type_2 var5;
	struct type_4 var6;
	int var9;
	int var10;
	int var11;
	int var12;
	int var13;
	bool var14;
	int var15;
	int var16;
	int var17;
	int var18;
	int var19;
	bool var20;
	type_3 var21;
	long var22;
	long var23;
	long var24;
	long var25;
	int var26;
	long var27;
	long var28;
	long var29;
	type_1 var30;
	long var31;
	long var32;
	long var33;
	long var34;
	long var35;
	type_1 var36;
	struct type_0 var37;
	float var38;
	int var39;
	bool var41;
	type_3 var42;
	long var7;
	long var8;
	float var43;
	float var44;
	float var45;
	bool var47;
	type_3 var48;
	long var50;
	type_3 var51;
	long var53;
	bool var55;
	type_3 var56;
	long var58;
	type_3 var59;
	long var61;
	bool var63;
	type_3 var64;
	bool var66;
	type_3 var67;
	bool var69;
	long var71;
	type_3 var72;
	var5.field_6 = (type_1)view_13+var2.field_6;
	var5.field_7 = var2.field_7;
	var6.field_6 = (type_3)view_14+var3.field_6;
	var6.field_7 = var3.field_7;
	L_15: ;
	var9 =  get_group_id ( 0 );
	var10 =  get_local_size ( 0 );
	var11 = (int)((int) var9 *  (int)var10);
	var12 =  get_local_id ( 0 );
	var13 = (int)((int) var11 +  (int)var12);
	var14 = (int) var13 >= (int) var0;
	if (var14)
		 goto L_16;
	 goto L_17;
	L_17: ;
	var15 =  get_group_id ( 1 );
	var16 =  get_local_size ( 1 );
	var17 = (int)((int) var15 *  (int)var16);
	var18 =  get_local_id ( 1 );
	var19 = (int)((int) var17 +  (int)var18);
	var20 = (int) var19 >= (int) var1;
	if (var20)
		 goto L_16;
	 goto L_18;
	L_18: ;
	var21 =  var6.field_6;
	var22 = (long)(int) var19;
	var23 =  var4.field_6;
	var24 = (long)((long) var22 *  (long)var23);
	var25 = (long)(int) var13;
	var26 =  var4.field_10;
	var27 = (long)(int) var26;
	var28 = (long)((long) var25 *  (long)var27);
	var29 = (long)((long) var24 +  (long)var28);
	var30 =  var5.field_6;
	var31 = (long)(int) var19;
	var32 = (long)(int) var0;
	var33 = (long)((long) var31 *  (long)var32);
	var34 = (long)(int) var13;
	var35 = (long)((long) var33 +  (long)var34);
	var36 =  & var30[var35];
	var37 =  *  var36;
	var38 =  var37.field_9;
	var39 =  var4.field_9;
	var41 = (uint) var39 != (uint) 2;
	if (var41)
		 goto L_19;
	 goto L_20;
	L_20: ;
	var42 =  & var21[var29];
	 *  var42 =  var38;
	 goto L_16;
	L_19: ;
	var43 =  var37.field_6;
	var44 =  var37.field_7;
	var45 =  var37.field_8;
	var47 = (int) var39 == (int) 3;
	if (var47)
		 goto L_21;
	 goto L_22;
	L_22: ;
	var48 =  & var21[var29];
	 *  var48 =  var43;
	var50 = (long)((long) var29 +  (long)1);
	var51 =  & var21[var50];
	 *  var51 =  var44;
	var53 = (long)((long) var29 +  (long)2);
	var55 = (int) var39 == (int) 3;
	var7 = var53;
	var8 = var53;
	if (var55)
		 goto L_23;
	 goto L_24;
	L_21: ;
	var56 =  & var21[var29];
	 *  var56 =  var45;
	var58 = (long)((long) var29 +  (long)1);
	var59 =  & var21[var58];
	 *  var59 =  var44;
	var61 = (long)((long) var29 +  (long)2);
	var63 = (int) var39 == (int) 3;
	var7 = var61;
	var8 = var61;
	if (var63)
		 goto L_23;
	 goto L_24;
	L_24: ;
	var64 =  & var21[var7];
	 *  var64 =  var45;
	var66 = (int) var39 == (int) 1;
	if (var66)
		 goto L_25;
	 goto L_26;
	L_23: ;
	var67 =  & var21[var8];
	 *  var67 =  var43;
	var69 = (int) var39 == (int) 1;
	if (var69)
		 goto L_25;
	 goto L_26;
	L_26: ;
	var71 = (long)((long) var29 +  (long)3);
	var72 =  & var21[var71];
	 *  var72 =  var38;
	 goto L_25;
	L_25: ;
	 goto L_16;
	L_16: ;
	 return ;
}
