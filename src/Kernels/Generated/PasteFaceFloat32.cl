#pragma OPENCL FP_CONTRACT OFF
typedef global float* type_0;
struct type_1;
struct type_2;
typedef global struct type_2* type_3;
struct type_4;
struct type_5;
struct type_6;
struct type_1_kernel;
struct type_4_kernel;
struct type_1
{
	type_0 field_7;
	long field_8;
};
struct type_2
{
	float field_7;
	float field_8;
	float field_9;
	float field_10;
};
struct type_4
{
	type_3 field_7;
	long field_8;
};
struct type_5
{
	long field_7;
	int field_8;
	int field_9;
	int field_10;
	int field_11;
	int field_12;
	int field_13;
};
struct type_6
{
	int field_7;
	int field_8;
	int field_9;
	int field_10;
	int field_11;
};
struct type_1_kernel
{
	int field_7;
	long field_8;
};
struct type_4_kernel
{
	int field_7;
	long field_8;
};
kernel void Kernel_PasteFaceFloat32(
	global float* view_14,
	global struct type_2* view_15,
	int var0,
	int var1,
	struct type_1_kernel var2,
	struct type_4_kernel var3,
	struct type_5 var4,
	struct type_6 var5)
{
	struct type_1 var6;
	struct type_4 var7;
	int var12;
	int var13;
	int var14;
	int var15;
	int var16;
	bool var17;
	int var18;
	int var19;
	int var20;
	int var21;
	int var22;
	bool var23;
	float var8;
	float var9;
	float var10;
	float var11;
	type_3 var24;
	int var25;
	int var26;
	int var27;
	int var28;
	long var29;
	int var30;
	long var31;
	long var32;
	int var33;
	int var34;
	int var35;
	int var36;
	long var37;
	long var38;
	type_3 var39;
	struct type_2 var40;
	type_0 var41;
	long var42;
	long var43;
	long var44;
	long var45;
	int var46;
	long var47;
	long var48;
	long var49;
	int var50;
	bool var52;
	type_0 var53;
	float var54;
	type_0 var55;
	float var56;
	long var58;
	type_0 var59;
	float var60;
	long var62;
	type_0 var63;
	float var64;
	bool var66;
	long var69;
	type_0 var70;
	float var71;
	bool var73;
	int var74;
	bool var76;
	int var77;
	int var79;
	bool var81;
	bool var83;
	long var84;
	long var85;
	long var86;
	long var87;
	long var88;
	long var89;
	bool var91;
	float var92;
	bool var94;
	int var95;
	int var97;
	bool var99;
	float var100;
	int var101;
	int var103;
	bool var105;
	int var108;
	long var109;
	long var110;
	type_0 var111;
	bool var113;
	float var114;
	bool var116;
	float var117;
	float var118;
	bool var120;
	int var121;
	int var123;
	bool var125;
	float var126;
	int var127;
	int var129;
	bool var131;
	long var133;
	type_0 var134;
	bool var136;
	float var137;
	bool var139;
	float var140;
	float var141;
	bool var143;
	int var144;
	int var146;
	bool var148;
	float var149;
	int var150;
	int var152;
	bool var154;
	int var157;
	long var158;
	long var159;
	type_0 var160;
	bool var162;
	float var163;
	bool var165;
	float var166;
	bool var168;
	float var169;
	bool var171;
	int var172;
	int var174;
	bool var176;
	float var177;
	int var178;
	int var180;
	bool var182;
	long var184;
	type_0 var185;
	bool var187;
	float var188;
	bool var190;
	float var191;
	var6.field_7 = (type_0)view_14+var2.field_7;
	var6.field_8 = var2.field_8;
	var7.field_7 = (type_3)view_15+var3.field_7;
	var7.field_8 = var3.field_8;
	L_16: ;
	var12 =  get_group_id ( 0 );
	var13 =  get_local_size ( 0 );
	var14 = (int)((int) var12 *  (int)var13);
	var15 =  get_local_id ( 0 );
	var16 = (int)((int) var14 +  (int)var15);
	var17 = (int) var16 >= (int) var0;
	if (var17)
		 goto L_17;
	 goto L_18;
	L_18: ;
	var18 =  get_group_id ( 1 );
	var19 =  get_local_size ( 1 );
	var20 = (int)((int) var18 *  (int)var19);
	var21 =  get_local_id ( 1 );
	var22 = (int)((int) var20 +  (int)var21);
	var23 = (int) var22 >= (int) var1;
	if (var23)
		 goto L_17;
	 goto L_19;
	L_19: ;
	var24 =  var7.field_7;
	var25 =  var5.field_8;
	var26 = (int)((int) var25 +  (int)var22);
	var27 =  var5.field_10;
	var28 = (int)((int) var26 -  (int)var27);
	var29 = (long)(int) var28;
	var30 =  var5.field_11;
	var31 = (long)(int) var30;
	var32 = (long)((long) var29 *  (long)var31);
	var33 =  var5.field_7;
	var34 = (int)((int) var33 +  (int)var16);
	var35 =  var5.field_9;
	var36 = (int)((int) var34 -  (int)var35);
	var37 = (long)(int) var36;
	var38 = (long)((long) var32 +  (long)var37);
	var39 =  & var24[var38];
	var40 =  *  var39;
	var41 =  var6.field_7;
	var42 = (long)(int) var26;
	var43 =  var4.field_7;
	var44 = (long)((long) var42 *  (long)var43);
	var45 = (long)(int) var34;
	var46 =  var4.field_11;
	var47 = (long)(int) var46;
	var48 = (long)((long) var45 *  (long)var47);
	var49 = (long)((long) var44 +  (long)var48);
	var50 =  var4.field_10;
	var52 = (uint) var50 != (uint) 2;
	if (var52)
		 goto L_20;
	 goto L_21;
	L_21: ;
	var53 =  & var41[var49];
	var54 =  *  var53;
	var8 = var54;
	var9 = var54;
	var10 = var54;
	var11 = var54;
	 goto L_22;
	L_20: ;
	var55 =  & var41[var49];
	var56 =  *  var55;
	var58 = (long)((long) var49 +  (long)1);
	var59 =  & var41[var58];
	var60 =  *  var59;
	var62 = (long)((long) var49 +  (long)2);
	var63 =  & var41[var62];
	var64 =  *  var63;
	var66 = (uint) var50 != (uint) 1;
	if (var66)
		 goto L_23;
	 goto L_24;
	L_24: ;
	var8 = var56;
	var9 = var60;
	var10 = var64;
	var11 = 1.0f;
	 goto L_22;
	L_23: ;
	var69 = (long)((long) var49 +  (long)3);
	var70 =  & var41[var69];
	var71 =  *  var70;
	var73 = (int) var50 == (int) 3;
	if (var73)
		 goto L_25;
	 goto L_26;
	L_26: ;
	var8 = var56;
	var9 = var60;
	var10 = var64;
	var11 = var71;
	 goto L_22;
	L_25: ;
	var8 = var64;
	var9 = var60;
	var10 = var56;
	var11 = var71;
	 goto L_22;
	L_22: ;
	var74 =  var4.field_12;
	var76 = (int) var74 == (int) 0;
	if (var76)
		 goto L_27;
	 goto L_28;
	L_28: ;
	var77 =  as_int (var11);
	var79 = (int)((int) var77 &  (int)2139095040);
	var81 = (int) var79 == (int) 2139095040;
	if (var81)
		 goto L_17;
	 goto L_27;
	L_27: ;
	var83 = (uint) var50 != (uint) 2;
	if (var83)
		 goto L_29;
	 goto L_30;
	L_29: ;
	var84 = (long)(int) var26;
	var85 = (long)((long) var84 *  (long)var43);
	var86 = (long)(int) var34;
	var87 = (long)(int) var46;
	var88 = (long)((long) var86 *  (long)var87);
	var89 = (long)((long) var85 +  (long)var88);
	var91 = (int) var50 == (int) 3;
	var92 =  var40.field_7;
	var94 = (float) var92 == (float) 0.0f;
	if (var94)
		 goto L_31;
	 goto L_32;
	L_32: ;
	var95 =  as_int (var8);
	var97 = (int)((int) var95 &  (int)2139095040);
	var99 = (int) var97 == (int) 2139095040;
	if (var99)
		 goto L_31;
	 goto L_33;
	L_33: ;
	var100 = (float)((float) var8 +  (float)var92);
	var101 =  as_int (var100);
	var103 = (int)((int) var101 &  (int)2139095040);
	var105 = (int) var103 == (int) 2139095040;
	if (var105)
		 goto L_31;
	 goto L_34;
	L_34: ;
	var108 =  var91 ?  2 :  0;
	var109 = (long)(int) var108;
	var110 = (long)((long) var89 +  (long)var109);
	var111 =  & var41[var110];
	var113 = (float) var100 < (float) 3.40282347E+38f;
	var114 =  var113 ?  var100 :  3.40282347E+38f;
	var116 = (float) var114 > (float) -3.40282347E+38f;
	var117 =  var116 ?  var114 :  -3.40282347E+38f;
	 *  var111 =  var117;
	 goto L_31;
	L_31: ;
	var118 =  var40.field_8;
	var120 = (float) var118 == (float) 0.0f;
	if (var120)
		 goto L_35;
	 goto L_36;
	L_36: ;
	var121 =  as_int (var9);
	var123 = (int)((int) var121 &  (int)2139095040);
	var125 = (int) var123 == (int) 2139095040;
	if (var125)
		 goto L_35;
	 goto L_37;
	L_37: ;
	var126 = (float)((float) var9 +  (float)var118);
	var127 =  as_int (var126);
	var129 = (int)((int) var127 &  (int)2139095040);
	var131 = (int) var129 == (int) 2139095040;
	if (var131)
		 goto L_35;
	 goto L_38;
	L_38: ;
	var133 = (long)((long) var89 +  (long)1);
	var134 =  & var41[var133];
	var136 = (float) var126 < (float) 3.40282347E+38f;
	var137 =  var136 ?  var126 :  3.40282347E+38f;
	var139 = (float) var137 > (float) -3.40282347E+38f;
	var140 =  var139 ?  var137 :  -3.40282347E+38f;
	 *  var134 =  var140;
	 goto L_35;
	L_35: ;
	var141 =  var40.field_9;
	var143 = (float) var141 == (float) 0.0f;
	if (var143)
		 goto L_39;
	 goto L_40;
	L_40: ;
	var144 =  as_int (var10);
	var146 = (int)((int) var144 &  (int)2139095040);
	var148 = (int) var146 == (int) 2139095040;
	if (var148)
		 goto L_39;
	 goto L_41;
	L_41: ;
	var149 = (float)((float) var10 +  (float)var141);
	var150 =  as_int (var149);
	var152 = (int)((int) var150 &  (int)2139095040);
	var154 = (int) var152 == (int) 2139095040;
	if (var154)
		 goto L_39;
	 goto L_42;
	L_42: ;
	var157 =  var91 ?  0 :  2;
	var158 = (long)(int) var157;
	var159 = (long)((long) var89 +  (long)var158);
	var160 =  & var41[var159];
	var162 = (float) var149 < (float) 3.40282347E+38f;
	var163 =  var162 ?  var149 :  3.40282347E+38f;
	var165 = (float) var163 > (float) -3.40282347E+38f;
	var166 =  var165 ?  var163 :  -3.40282347E+38f;
	 *  var160 =  var166;
	 goto L_39;
	L_39: ;
	var168 = (int) var50 == (int) 1;
	if (var168)
		 goto L_30;
	 goto L_43;
	L_43: ;
	var169 =  var40.field_10;
	var171 = (float) var169 == (float) 0.0f;
	if (var171)
		 goto L_44;
	 goto L_45;
	L_45: ;
	var172 =  as_int (var11);
	var174 = (int)((int) var172 &  (int)2139095040);
	var176 = (int) var174 == (int) 2139095040;
	if (var176)
		 goto L_44;
	 goto L_46;
	L_46: ;
	var177 = (float)((float) var11 +  (float)var169);
	var178 =  as_int (var177);
	var180 = (int)((int) var178 &  (int)2139095040);
	var182 = (int) var180 == (int) 2139095040;
	if (var182)
		 goto L_44;
	 goto L_47;
	L_47: ;
	var184 = (long)((long) var89 +  (long)3);
	var185 =  & var41[var184];
	var187 = (float) var177 < (float) 3.40282347E+38f;
	var188 =  var187 ?  var177 :  3.40282347E+38f;
	var190 = (float) var188 > (float) -3.40282347E+38f;
	var191 =  var190 ?  var188 :  -3.40282347E+38f;
	 *  var185 =  var191;
	 goto L_44;
	L_44: ;
	 goto L_17;
	L_30: ;
	 goto L_17;
	L_17: ;
	 return ;
}
